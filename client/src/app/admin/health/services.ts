import type { AdminHealth } from '#contracts/admin-health.dto.js';
import type { HealthWarningCode } from '#contracts/health-warnings.js';
import { fileSize } from '../../attachments/file-size';
import { t } from '../../language/texts';
import type { IconName } from '../../ui/icon-paths';
import { type Look, lookOf } from './health-words';

/** A part of the server, and how it is doing. */
export interface Service {
  icon: IconName;
  name: string;
  /** What it is at. */
  about: string;
  look: Look;
}

/** The parts that the server is made of. */
export function servicesOf(health: AdminHealth): Service[] {
  const worst = (...codes: HealthWarningCode[]) => lookOf(health.warnings.find(({ code }) => codes.includes(code)));
  return [
    {
      ...{ icon: 'database', name: t('admin-health.database'), about: aboutDatabase(health) },
      look: worst('database_connections'),
    },
    {
      ...{ icon: 'bolt', name: t('admin-health.live'), about: aboutConnections(health) },
      look: worst('redis_down', 'nodes_silent', 'versions_differ'),
    },
    {
      ...{ icon: 'hard_drive', name: t('admin-health.fileStorage'), about: aboutFiles(health) },
      look: worst('storage_down', 'disk_full'),
    },
    {
      ...{ icon: 'task_alt', name: t('admin-health.jobs'), about: aboutJobs(health) },
      look: worst('queue_down', 'no_worker', 'jobs_failed', 'jobs_waiting', 'events_waiting'),
    },
    {
      ...{ icon: 'mail', name: t('admin-health.mail'), about: t(`admin-health.mail_${health.mail}`) },
      look: health.mail === 'off' ? { tone: 'neutral', icon: 'info', text: t('admin-health.off') } : worst(),
    },
  ];
}

function aboutDatabase({ database: { version, roundTripMs } }: AdminHealth): string {
  return t('admin-health.aboutDatabase', { version, time: Math.max(1, Math.round(roundTripMs)) });
}

function aboutConnections({ nodes, redis }: AdminHealth): string {
  const alive = nodes.filter(({ isAlive }) => isAlive);
  const where = t('admin-health.onNodes', { count: alive.length, connections: connectionsOf(nodes) });
  return redis === 'off' ? where : t('admin-health.withRedis', { where });
}

function aboutFiles({ storage: { files: count, bytes, kind } }: AdminHealth): string {
  return t(`admin-health.files_${kind}`, { count, size: fileSize(bytes) });
}

function aboutJobs({ queue: { waiting, active, delayed } }: AdminHealth): string {
  return t('admin-health.aboutJobs', { waiting, active, delayed });
}

/** Open connections of people, on all nodes. */
export function connectionsOf(nodes: AdminHealth['nodes']): number {
  return nodes.reduce((sum, { sockets }) => sum + sockets, 0);
}
