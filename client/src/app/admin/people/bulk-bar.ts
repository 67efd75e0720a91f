import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { MatTooltipModule } from '@angular/material/tooltip';
import { t } from '../../language/texts';
import { SessionStore } from '../../sign-in/session-store';
import { Icon } from '../../ui/icon';
import { BulkActions } from './bulk-actions';
import { PeopleDirectory } from './people-directory';

/** What may be done with everybody who is chosen; slides in above the head of the table. */
@Component({
  selector: 'app-bulk-bar',
  imports: [Icon, MatButtonModule, MatMenuModule, MatTooltipModule],
  host: { role: 'group', '[attr.aria-label]': "t('admin-people.forChosen')" },
  template: `
    <span class="grow" role="status">{{ t('admin.chosen', { count: selection.count() }) }}</span>
    @if (mayChangeRoles()) {
      <button matButton class="small" [matMenuTriggerFor]="roles">{{ t('admin-people.changeRole') }}</button>
    }
    <button matButton class="small" (click)="bulk.run('endSessions')">{{ t('admin-people.endSessions') }}</button>
    @if (areSomeInUse()) {
      <button matButton class="small danger" (click)="bulk.run('deactivate')">
        {{ t('admin-people.deactivate') }}
      </button>
    } @else {
      <button matButton class="small" (click)="bulk.run('reactivate')">{{ t('admin-people.reactivate') }}</button>
    }
    <button
      matIconButton
      class="dense"
      [attr.aria-label]="t('admin.clearChosen')"
      [matTooltip]="t('admin.clearChosen')"
      (click)="selection.clear()"
    >
      <app-icon name="close" />
    </button>
    <mat-menu #roles>
      <button mat-menu-item (click)="bulk.run('makeAdmin')">{{ t('admin-people.make_admin') }}</button>
      <button mat-menu-item (click)="bulk.run('makeMember')">{{ t('admin-people.make_member') }}</button>
    </mat-menu>
  `,
  styleUrl: './bulk-bar.scss',
})
export class BulkBar {
  protected readonly t = t;
  protected readonly bulk = inject(BulkActions);
  protected readonly selection = inject(PeopleDirectory).selection;
  private readonly session = inject(SessionStore);
  /** Only the owner makes admins. */
  protected readonly mayChangeRoles = computed(() => this.session.user()?.role === 'owner');
  protected readonly areSomeInUse = computed(() =>
    this.selection.items().some(({ status }) => status !== 'deactivated'),
  );
}
