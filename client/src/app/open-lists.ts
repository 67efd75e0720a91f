import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { FrameStore } from './frame-store';
import { chordOf } from './keyboard/shortcut-catalogue';
import { t } from './language/texts';
import { Levels } from './levels';
import { Icon } from './ui/icon';
import { Viewport } from './ui/viewport';

/** The way to the left sidebar where it does not stand beside the body: a button, on a phone the way back. */
@Component({
  selector: 'app-open-lists',
  imports: [Icon, MatButtonModule, MatTooltipModule],
  host: { style: 'display: contents' },
  template: `
    @if (viewport.isCompact()) {
      @if (levels.parent(); as parent) {
        <a matIconButton [attr.aria-label]="t('frame.back')" [href]="parent" (click)="goUp($event)"
          ><app-icon name="arrow_back_ios_new"
        /></a>
      }
    } @else if (frame.isLeftOverlay() || !frame.isLeftOpen()) {
      <button
        matIconButton
        [attr.aria-label]="t('frame.showLists')"
        [matTooltip]="tooltip()"
        (click)="frame.setLists(true)"
      >
        <app-icon [name]="frame.isLeftOverlay() ? 'menu' : 'left_panel_open'" />
      </button>
    }
  `,
})
export class OpenLists {
  protected readonly t = t;
  protected readonly viewport = inject(Viewport);
  protected readonly frame = inject(FrameStore);
  protected readonly levels = inject(Levels);
  protected readonly tooltip = computed(() => t('frame.showListsBy', { keys: chordOf('toggleLists') }));

  /** A new tab is the browser's. */
  protected goUp(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.levels.up();
  }
}
