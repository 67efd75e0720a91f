import { Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { t } from './language/texts';
import { EmptyState } from './ui/empty-state';

/** For an address that leads nowhere. */
@Component({
  selector: 'app-not-found-page',
  imports: [EmptyState, MatButtonModule, RouterLink],
  template: `
    <app-empty-state icon="search_off" tone="neutral" [heading]="t('frame.noPage')" [text]="t('frame.noPageText')">
      <a matButton="tonal" routerLink="/">{{ t('frame.home') }}</a>
      <a matButton routerLink="/rooms">{{ t('frame.allRooms') }}</a>
    </app-empty-state>
  `,
  styles: `
    :host {
      display: grid;
      place-content: center;
      height: 100%;
    }
  `,
})
export class NotFoundPage {
  protected readonly t = t;
}
