import { Component, computed, effect, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../../language/texts';
import { OpenLists } from '../../open-lists';
import { PageTitle } from '../../page-title';
import { explain } from '../../sign-in/field-errors';
import { AgoPipe } from '../../ui/ago';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Skeletons } from '../../ui/skeletons';
import { Viewport } from '../../ui/viewport';
import { refreshOnReturn } from '../table/refresh-on-return';
import { FailedJobs } from './failed-jobs';
import { FigureTiles } from './figure-tiles';
import { HealthWatch } from './health-watch';
import { conditionOf, lasting, lookOf, sentenceOf } from './health-words';
import { JobRetries } from './job-retries';
import { NodeList } from './node-list';
import { RecentErrors } from './recent-errors';
import { RoomTaken } from './room-taken';
import { ServiceList } from './service-list';

const EVERY_MS = 15_000;

/** `/admin/health`: how the server is doing, and what of it needs a person; its title says so too. */
@Component({
  selector: 'app-health-page',
  imports: [
    AgoPipe,
    EmptyState,
    FailedJobs,
    FigureTiles,
    Icon,
    MatButtonModule,
    NodeList,
    OpenLists,
    RecentErrors,
    RoomTaken,
    ServiceList,
    Skeletons,
  ],
  providers: [JobRetries],
  templateUrl: './health-page.html',
  styleUrl: './health-page.scss',
})
export class HealthPage {
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly lasting = lasting;
  protected readonly viewport = inject(Viewport);
  protected readonly health = inject(HealthWatch);
  private readonly retries = inject(JobRetries);
  private readonly title = inject(PageTitle);
  protected readonly heading = computed(() =>
    this.health.value() === null ? t('admin.health') : conditionOf(this.health.troubles().length),
  );
  protected readonly warnings = computed(() =>
    (this.health.value()?.warnings ?? []).map((warning) => ({ text: sentenceOf(warning), look: lookOf(warning) })),
  );

  constructor() {
    this.health.every(EVERY_MS);
    refreshOnReturn(() => this.health.load());
    effect(() => {
      this.title.name(this.health.troubles().length > 0 ? this.heading() : t('admin.health'));
    });
  }

  protected async check(): Promise<void> {
    this.retries.tidyUp();
    await this.health.load();
  }
}
