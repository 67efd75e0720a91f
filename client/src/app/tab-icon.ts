import { DOCUMENT, effect, inject, Injectable } from '@angular/core';
import { RoomStore } from './rooms/room-store';

const PLAIN = 'favicon.svg';
const UNREAD = 'favicon-unread.svg';

/** The tab's picture: with a dot while anything is unread. */
@Injectable({ providedIn: 'root' })
export class TabIcon {
  constructor() {
    const [rooms, document] = [inject(RoomStore), inject(DOCUMENT)];
    effect(() => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=icon]');
      link?.setAttribute('href', rooms.unread() > 0 ? UNREAD : PLAIN);
    });
  }
}
