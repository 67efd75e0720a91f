import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { MatTooltipModule } from '@angular/material/tooltip';
import { compareNames } from '../language/compare-names';
import { t } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import { type Choice, choiceGroup, ChoicePanel } from '../ui/choice-panel';
import { Icon } from '../ui/icon';
import { type PostChoice, PostFilter } from './post-filter';
import type { PostOrder } from './post-order';

/** A menu holds no more names; whoever is not among them is found by typing in the list's filter. */
const MOST_AUTHORS = 12;

/** Which posts the list shows, and in which order. */
@Component({
  selector: 'app-post-filter-menu',
  imports: [ChoicePanel, Icon, MatButtonModule, MatMenuModule, MatTooltipModule],
  templateUrl: './post-filter-menu.html',
  styleUrl: './post-filter-menu.scss',
})
export class PostFilterMenu {
  protected readonly filter = inject(PostFilter);
  private readonly people = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  protected readonly label = computed(() => t(this.filter.isNarrowed() ? 'posts.sortFilterOn' : 'posts.sortFilter'));
  private readonly orders = computed<readonly Choice<PostOrder>[]>(() => [
    { value: 'active', label: t('posts.latestActivity') },
    { value: 'newest', label: t('rooms.newest') },
    { value: 'title', label: t('posts.title') },
  ]);
  private readonly states = computed<readonly Choice<PostChoice>[]>(() => [
    { value: 'all', label: t('posts.anyState') },
    { value: 'active', label: t('posts.open') },
    { value: 'resolved', label: t('posts.resolved') },
  ]);
  /** Oneself first. */
  private readonly authors = computed<readonly Choice[]>(() => {
    const me = this.session.user()?.id;
    const ids = this.filter.authors();
    const others = ids
      .filter((id) => id !== me)
      .slice(0, MOST_AUTHORS)
      .map((id) => ({ value: id, label: this.people.nameOf(id) }))
      .sort((one, other) => compareNames(one.label, other.label));
    const own = me !== undefined && ids.includes(me) ? [{ value: me, label: t('posts.byMe') }] : [];
    return [{ value: '', label: t('posts.anyone') }, ...own, ...others];
  });
  protected readonly groups = computed(() => {
    const { filter } = this;
    return [
      choiceGroup(t('posts.sort'), this.orders(), filter.order(), (order) => filter.order.set(order)),
      choiceGroup(t('posts.filterByState'), this.states(), filter.state(), (state) => filter.state.set(state)),
      choiceGroup(t('posts.filterByAuthor'), this.authors(), filter.author(), (id) => filter.chooseAuthor(id)),
    ];
  });
}
