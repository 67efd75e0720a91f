import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { ArrivalFocus } from './arrival-focus';
import { PostStore } from './posts/post-store';
import { CurrentRoom } from './rooms/current-room';
import { RoomStore } from './rooms/room-store';

/** From post to post without the lists. */
@Injectable({ providedIn: 'root' })
export class PostSteps {
  private readonly rooms = inject(RoomStore);
  private readonly posts = inject(PostStore);
  private readonly current = inject(CurrentRoom);
  private readonly router = inject(Router);
  private readonly composer = inject(ArrivalFocus);

  /** To the neighbour in the list on screen, as it is sorted and filtered there; false without such a list. */
  step(by: 1 | -1): boolean {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('mat-sidenav ul[aria-label=Posts] a[href]')];
    const at = links.findIndex((link) => link.getAttribute('aria-current') === 'page');
    const link = links[at < 0 && by < 0 ? links.length - 1 : at + by];
    if (link !== undefined) this.go(link.pathname);
    return links.length > 0;
  }

  /** To the next unread post, beyond the ends of the list in the other rooms; false when everything is read. */
  stepUnread(by: 1 | -1): boolean {
    const here = this.current.post()?.id;
    const all = this.rooms.mine().flatMap((room) => this.posts.inRoom(room.id).map((post) => ({ room, post })));
    const at = all.findIndex(({ post }) => post.id === here);
    const ahead = by > 0 ? [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))] : [];
    const behind = by < 0 ? [...all.slice(0, Math.max(at, 0)).reverse(), ...all.slice(at + 1).reverse()] : [];
    const next = [...ahead, ...behind].find(({ post }) => this.posts.unread(post.id) > 0);
    if (next === undefined) return false;
    const { room, post } = next;
    this.go(this.router.createUrlTree(['/r', room.slug, ...(post.kind === 'chat' ? [] : ['p', post.slug])]).toString());
    return true;
  }

  /** Whoever writes goes on writing there. */
  private go(url: string): void {
    const wasWriting = (document.activeElement?.closest('app-composer') ?? null) !== null;
    void this.router.navigateByUrl(url).then(() => (wasWriting ? this.composer.take() : undefined));
  }
}
