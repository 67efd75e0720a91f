import { Component, computed, input } from '@angular/core';
import type { AdminHealth } from '#contracts/admin-health.dto.js';
import { t } from '../../language/texts';
import { Icon } from '../../ui/icon';
import { StatusChip } from '../table/status-chip';
import { servicesOf } from './services';

/** The parts of the server, and how each is doing. */
@Component({
  selector: 'app-service-list',
  imports: [Icon, StatusChip],
  template: `
    <header>
      <h2 id="services-title">{{ t('admin-health.services') }}</h2>
    </header>
    <ul aria-labelledby="services-title">
      @for (service of services(); track service.icon) {
        <li>
          <span class="tile"><app-icon [name]="service.icon" /></span>
          <div class="grow">
            <div class="name">{{ service.name }}</div>
            <p>{{ service.about }}</p>
          </div>
          <app-status-chip [tone]="service.look.tone" [icon]="service.look.icon" [text]="service.look.text" />
        </li>
      }
    </ul>
  `,
  styleUrl: './card.scss',
})
export class ServiceList {
  readonly health = input.required<AdminHealth>();
  protected readonly t = t;
  protected readonly services = computed(() => servicesOf(this.health()));
}
