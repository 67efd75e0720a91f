import { Component, computed, input } from '@angular/core';
import type { AdminHealth, HealthNode } from '#contracts/admin-health.dto.js';
import { t } from '../../language/texts';
import { ago } from '../../ui/ago';
import { Icon } from '../../ui/icon';
import { StatusChip } from '../table/status-chip';
import { lasting, type Look, lookOf } from './health-words';

/** The processes that this Roomers is made of. */
@Component({
  selector: 'app-node-list',
  imports: [Icon, StatusChip],
  template: `
    <header>
      <h2 id="nodes-title">{{ t('admin-health.nodes') }}</h2>
    </header>
    <ul aria-labelledby="nodes-title">
      @for (node of rows(); track node.id) {
        <li>
          <span class="tile"><app-icon name="dns" /></span>
          <div class="grow">
            <div class="name">
              {{ node.host }}
              @if (node.isThis) {
                <small>{{ t('admin-health.thisNode') }}</small>
              }
            </div>
            <p>{{ node.about }}</p>
          </div>
          <app-status-chip [tone]="node.look.tone" [icon]="node.look.icon" [text]="node.look.text" />
        </li>
      }
    </ul>
  `,
  styleUrl: './card.scss',
})
export class NodeList {
  readonly health = input.required<AdminHealth>();
  protected readonly t = t;
  protected readonly rows = computed(() => {
    const { nodes, checkedAt } = this.health();
    const now = new Date(checkedAt).getTime();
    return nodes.map((node) => ({ ...node, about: about(node, now), look: look(node) }));
  });
}

function about({ role, version, startedAt, seenAt, isAlive, sockets }: HealthNode, now: number): string {
  const seconds = (now - new Date(startedAt).getTime()) / 1_000;
  return [
    t(`admin-health.role_${role}`),
    t('admin-health.version', { version }),
    isAlive
      ? t('admin-health.upFor', { time: lasting(seconds) })
      : t('admin-health.silentSince', { ago: ago(seenAt, now) }),
    ...(isAlive && role !== 'worker' ? [t('admin-health.connections', { count: sockets })] : []),
  ].join(' · ');
}

function look({ isAlive }: HealthNode): Look {
  if (isAlive) return lookOf(undefined);
  return { tone: 'warning', icon: 'warning-fill', text: t('admin-health.silent') };
}
