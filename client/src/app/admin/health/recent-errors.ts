import { Component, computed, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import type { AdminHealth } from '#contracts/admin-health.dto.js';
import { t } from '../../language/texts';
import { AgoPipe } from '../../ui/ago';
import { dateAndTime } from '../table/date-and-time';

const SHOWN = 6;

/** The last errors that the nodes logged. */
@Component({
  selector: 'app-recent-errors',
  imports: [AgoPipe, MatButtonModule, MatTooltipModule],
  template: `
    <header>
      <h2 id="errors-title" class="grow">{{ t('admin-health.lastErrors') }}</h2>
      @if (hidden() > 0) {
        <button matButton class="small" (click)="isWhole.set(true)">
          {{ t('admin-health.showErrors', { count: errors().length }) }}
        </button>
      }
    </header>
    <ul aria-labelledby="errors-title">
      @for (error of shown(); track $index) {
        <li>
          <div class="grow">
            <div class="name">{{ error.message }}</div>
            @if (error.error) {
              <p class="words">{{ error.error }}</p>
            }
            <p>
              {{ error.where }} ·
              <time [attr.datetime]="error.at" [matTooltip]="dateAndTime(error.at)">{{ error.at | ago }}</time>
            </p>
          </div>
        </li>
      } @empty {
        <li class="nothing">{{ t('admin-health.noErrors') }}</li>
      }
    </ul>
  `,
  styleUrl: './card.scss',
})
export class RecentErrors {
  readonly health = input.required<AdminHealth>();
  protected readonly t = t;
  protected readonly dateAndTime = dateAndTime;
  protected readonly isWhole = signal(false);
  protected readonly errors = computed(() => {
    const { nodes, errors } = this.health();
    const hosts = new Map(nodes.map(({ id, host }) => [id, host]));
    return errors.map((error) => ({
      ...error,
      where: [error.context, hosts.get(error.nodeId)].filter((word) => word !== undefined).join(' · '),
    }));
  });
  protected readonly shown = computed(() => (this.isWhole() ? this.errors() : this.errors().slice(0, SHOWN)));
  protected readonly hidden = computed(() => this.errors().length - this.shown().length);
}
