import { CdkVirtualScrollableElement } from '@angular/cdk/scrolling';
import { Component, computed, debounced, effect, inject, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import type { AuditAction, AuditEntry, AuditTargetType } from '#contracts/audit.dto.js';
import type { User } from '#contracts/user.dto.js';
import { t } from '../../language/texts';
import { OpenLists } from '../../open-lists';
import { EmptyState } from '../../ui/empty-state';
import { FilterBox } from '../../ui/filter-box';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { type Column, DataTable } from '../table/data-table';
import { DayBox } from '../table/day-box';
import { dayAfter, startOfDay } from '../table/days';
import { PagedList } from '../table/paged-list';
import { PersonPicker } from '../table/person-picker';
import { refreshOnReturn } from '../table/refresh-on-return';
import { AuditApi, type AuditFilter } from './audit-api';
import { AuditRow } from './audit-row';
import { AUDIT_ACTIONS, AUDIT_TARGETS } from './audit-words';

const SETTLE_MS = 200;

/** `/admin/audit`: who did what to whom, when and from where. */
@Component({
  selector: 'app-audit-page',
  imports: [
    AuditRow,
    DataTable,
    DayBox,
    EmptyState,
    FilterBox,
    Icon,
    MatButtonModule,
    MatFormFieldModule,
    MatSelectModule,
    OpenLists,
    PersonPicker,
  ],
  hostDirectives: [CdkVirtualScrollableElement],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
})
export class AuditPage {
  protected readonly t = t;
  private readonly api = inject(AuditApi);
  private readonly notice = inject(Notice);
  protected readonly list = new PagedList<AuditEntry, AuditFilter>((filter, cursor, limit) =>
    this.api.page(filter, cursor, limit),
  );
  protected readonly actions = AUDIT_ACTIONS;
  protected readonly targets = AUDIT_TARGETS;
  protected readonly columns: readonly Column[] = [
    { label: 'admin-audit.deed' },
    { label: 'admin-audit.from', kind: 'wide' },
    { label: 'admin-audit.when', kind: 'numbers' },
    { label: 'admin.actions', kind: 'quiet' },
  ];
  protected readonly search = signal('');
  protected readonly actor = signal<User | null>(null);
  protected readonly action = signal<AuditAction | undefined>(undefined);
  protected readonly target = signal<AuditTargetType | undefined>(undefined);
  /** Days, as the boxes have them; the last one counts whole. */
  protected readonly from = signal('');
  protected readonly to = signal('');
  private readonly settled = debounced(this.search, SETTLE_MS);
  private readonly filter = computed<AuditFilter>(() => ({
    q: (this.settled.hasValue() ? this.settled.value().trim() : '') || undefined,
    actorId: this.actor()?.id,
    action: this.action(),
    targetType: this.target(),
    from: startOfDay(this.from()),
    to: dayAfter(this.to()),
  }));
  protected readonly isNarrowed = computed(() => Object.values(this.filter()).some((value) => value !== undefined));
  protected readonly isBusy = signal(false);

  constructor() {
    effect(() => {
      const filter = this.filter();
      untracked(() => void this.list.look(filter));
    });
    refreshOnReturn(() => this.list.refresh());
  }

  protected actionLabel(action: AuditAction): string {
    return t(`admin-audit.action_${action}`);
  }

  protected targetLabel(target: AuditTargetType): string {
    return t(`admin-audit.target_${target}`);
  }

  protected showAll(): void {
    this.search.set('');
    this.actor.set(null);
    this.action.set(undefined);
    this.target.set(undefined);
    this.from.set('');
    this.to.set('');
  }

  /** What is shown as a file; that it was taken is an entry itself. */
  protected async download(): Promise<void> {
    this.isBusy.set(true);
    await this.notice.attempt(async () => {
      const url = URL.createObjectURL(await this.api.csv(this.filter()));
      const link = Object.assign(document.createElement('a'), { href: url, download: 'audit.csv' });
      link.click();
      URL.revokeObjectURL(url);
      await this.list.refresh();
    });
    this.isBusy.set(false);
  }
}
