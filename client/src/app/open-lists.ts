import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { FrameStore } from './frame-store';
import { Place } from './place';
import { Icon } from './ui/icon';
import { Viewport } from './ui/viewport';

/** The way to the left sidebar where it does not stand beside the body: a menu, on a phone the way back. */
@Component({
  selector: 'app-open-lists',
  imports: [Icon, MatButtonModule, RouterLink],
  host: { style: 'display: contents' },
  template: `
    @if (viewport.isCompact() && place.section() !== 'home') {
      <a matIconButton aria-label="Back" [routerLink]="back()" [queryParams]="query()"
        ><app-icon name="arrow_back"
      /></a>
    } @else if (frame.isLeftOverlay()) {
      <button matIconButton aria-label="Show lists" (click)="frame.setLeftOverlay(true)">
        <app-icon name="menu" />
      </button>
    }
  `,
})
export class OpenLists {
  protected readonly viewport = inject(Viewport);
  protected readonly frame = inject(FrameStore);
  protected readonly place = inject(Place);

  protected back(): string[] {
    const room = this.place.room();
    if (room !== undefined) return ['/r', room];
    return [this.place.section() === 'settings' ? '/settings' : '/rooms'];
  }

  protected query(): Record<string, string> {
    return this.place.room() === undefined ? {} : { pane: 'posts' };
  }
}
