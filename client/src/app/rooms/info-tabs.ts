import { Component, computed, inject, input } from '@angular/core';
import { MatTabsModule } from '@angular/material/tabs';
import { t, written } from '../language/texts';
import { FileList } from './file-list';
import { FilePages } from './file-pages';
import { INFO_TABS, InfoTab } from './info-tab';
import { MemberList } from './member-list';

/** Members and files of a room. */
@Component({
  selector: 'app-info-tabs',
  imports: [FileList, MatTabsModule, MemberList],
  providers: [FilePages],
  template: `
    <mat-tab-group
      mat-stretch-tabs
      animationDuration="0ms"
      [aria-label]="t('rooms.aboutThis')"
      [selectedIndex]="index()"
      (selectedIndexChange)="choose($event)"
    >
      <mat-tab [label]="t('rooms.members')">
        <ng-template matTabContent><app-member-list /></ng-template>
      </mat-tab>
      <mat-tab>
        <ng-template mat-tab-label>
          {{ t('rooms.files') }}
          @if (files.total(); as total) {
            <span class="tabular count">{{ written(total) }}</span>
          }
        </ng-template>
        <ng-template matTabContent><app-file-list /></ng-template>
      </mat-tab>
    </mat-tab-group>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 10px;
    }
    .count {
      margin-left: 6px;
      color: var(--app-faint);
    }
    mat-tab-group {
      --mat-tab-inactive-label-text-color: var(--mat-sys-on-surface-variant);
    }
    mat-tab-group ::ng-deep .mat-mdc-tab-header {
      margin: 0 12px;
    }
    mat-tab-group ::ng-deep .mdc-tab-indicator__content {
      margin: 0 12px;
    }
  `,
})
export class InfoTabs {
  readonly roomId = input.required<string>();
  protected readonly t = t;
  protected readonly written = written;
  protected readonly files = inject(FilePages);
  private readonly tab = inject(InfoTab);
  protected readonly index = computed(() => INFO_TABS.indexOf(this.tab.chosen()));

  constructor() {
    this.files.follow(computed(() => `/rooms/${this.roomId()}`));
  }

  protected choose(index: number): void {
    this.tab.chosen.set(INFO_TABS[index] ?? 'members');
  }
}
