import { Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from './ui/empty-state';

/** For an address that leads nowhere. */
@Component({
  selector: 'app-not-found-page',
  imports: [EmptyState, MatButtonModule, RouterLink],
  template: `
    <app-empty-state
      icon="search_off"
      tone="neutral"
      heading="There is no page here"
      text="The address may be mistyped, or the page has gone."
    >
      <a matButton="tonal" routerLink="/">Home</a>
      <a matButton routerLink="/rooms">All rooms</a>
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
export class NotFoundPage {}
