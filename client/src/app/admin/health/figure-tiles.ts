import { Component, computed, input } from '@angular/core';
import type { AdminHealth } from '#contracts/admin-health.dto.js';
import { fileSize } from '../../attachments/file-size';
import { t, written } from '../../language/texts';
import { fullness } from './filling';
import { connectionsOf } from './services';

/** The four figures at the top. */
@Component({
  selector: 'app-figure-tiles',
  template: `
    @for (tile of tiles(); track tile.label) {
      <div class="tile" [class]="tile.weight">
        <div class="label">{{ tile.label }}</div>
        <div class="value tabular">{{ tile.value }}</div>
        <p>{{ tile.note }}</p>
        @if (tile.percent !== undefined) {
          <div class="bar" aria-hidden="true"><i [style.width.%]="tile.percent"></i></div>
        }
      </div>
    }
  `,
  styleUrl: './figure-tiles.scss',
})
export class FigureTiles {
  readonly health = input.required<AdminHealth>();
  protected readonly tiles = computed(() => {
    const { nodes, usersOnline, queue, database, disk, warnings } = this.health();
    const weightOf = (...codes: string[]) => warnings.find(({ code }) => codes.includes(code))?.weight;
    const { connections, maxConnections } = database;
    return [
      {
        label: t('admin-health.connected'),
        value: written(connectionsOf(nodes)),
        note: t('admin-health.online', { count: usersOnline }),
      },
      {
        label: t('admin-health.inQueue'),
        value: written(queue.waiting + queue.active),
        note: t('admin-health.failedInQueue', { count: queue.failed }),
        weight: weightOf('queue_down', 'jobs_failed', 'jobs_waiting'),
      },
      {
        label: t('admin-health.database'),
        value: fileSize(database.bytes),
        note: t('admin-health.databaseConnections', { connections, count: maxConnections }),
        weight: weightOf('database_connections'),
      },
      {
        label: t('admin-health.disk'),
        value: t('admin-health.percent', { count: fullness(disk) }),
        note: t('admin-health.used', { used: fileSize(disk.bytes - disk.freeBytes), all: fileSize(disk.bytes) }),
        weight: weightOf('disk_full'),
        percent: fullness(disk),
      },
    ];
  });
}
