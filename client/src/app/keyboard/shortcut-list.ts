import { Component } from '@angular/core';
import { t, type TextKey } from '../language/texts';
import { KeyCaps } from './key-caps';
import { SHORTCUTS, type ShortcutEntry } from './shortcut-catalogue';

/** Every shortcut, in its groups. */
@Component({
  selector: 'app-shortcut-list',
  imports: [KeyCaps],
  template: `
    @for (group of groups; track group.name) {
      <section>
        <h3>{{ t(group.name) }}</h3>
        <dl>
          @for (entry of group.entries; track entry.label) {
            <div>
              <dt>{{ t(entry.label) }}</dt>
              <dd>
                @for (keys of entry.keys; track keys; let isFirst = $first) {
                  @if (!isFirst) {
                    <span>{{ t('keyboard.or') }}</span>
                  }
                  <app-key-caps [keys]="keys" />
                }
              </dd>
            </div>
          }
        </dl>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
      columns: 2 300px;
      column-gap: 32px;
    }
    section {
      margin-bottom: 20px;
      break-inside: avoid;
    }
    h3 {
      margin-bottom: 4px;
      color: var(--app-faint);
      font: var(--mat-sys-label-medium);
    }
    dl,
    dd {
      margin: 0;
    }
    div {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 16px;
      min-height: 34px;
      border-bottom: 1px solid var(--app-hairline);
    }
    dd {
      display: flex;
      flex: none;
      align-items: center;
      gap: 6px;
      color: var(--app-faint);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class ShortcutList {
  protected readonly t = t;
  protected readonly groups = grouped();
}

function grouped(): { name: TextKey; entries: readonly ShortcutEntry[] }[] {
  const all: readonly ShortcutEntry[] = Object.values(SHORTCUTS);
  const names = [...new Set(all.map(({ group }) => group))];
  return names.map((name) => ({ name, entries: all.filter(({ group }) => group === name) }));
}
