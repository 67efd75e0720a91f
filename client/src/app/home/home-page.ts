import { Component, computed, effect, inject } from '@angular/core';
import { OpenLists } from '../open-lists';
import { PeopleStore } from '../profiles/people-store';
import { PostStore } from '../posts/post-store';
import { RoomStore } from '../rooms/room-store';
import { SessionStore } from '../sign-in/session-store';
import { Clock, plainDay } from '../ui/short-time';
import { OwnCard } from './own-card';
import { RecentPosts } from './recent-posts';
import { UnreadList } from './unread-list';

const NOON = 12;
const EVENING = 18;

/** `/`: what is unread, what was active lately, and oneself. */
@Component({
  selector: 'app-home-page',
  imports: [OpenLists, OwnCard, RecentPosts, UnreadList],
  templateUrl: './home-page.html',
  styleUrl: './home-page.scss',
})
export class HomePage {
  private readonly session = inject(SessionStore);
  private readonly posts = inject(PostStore);
  private readonly people = inject(PeopleStore);
  private readonly clock = inject(Clock);
  protected readonly rooms = inject(RoomStore);

  protected readonly today = computed(() => plainDay(new Date(this.clock.now())));
  protected readonly greeting = computed(() => {
    const hour = new Date(this.clock.now()).getHours();
    const part = hour < NOON ? 'morning' : hour < EVENING ? 'afternoon' : 'evening';
    return `Good ${part}, ${this.session.user()?.displayName ?? ''}`;
  });

  constructor() {
    effect(() => this.people.need(this.posts.recentTopics().map(({ authorId }) => authorId)));
  }
}
