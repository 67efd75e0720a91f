import {
  type AdminHealth,
  HEALTH_WEIGHTS,
  type HealthWarning,
  type HealthWeight,
} from '#contracts/admin-health.dto.js';
import type { HealthWarningCode } from '#contracts/health-warnings.js';

const HOUR_MS = 3_600_000;
const MANY_JOBS = 500;
const LATE_SECONDS = 60;
const DISK = { look: 85, urgent: 95 };
const CONNECTIONS_PERCENT = 80;

/** What is judged, with what of it only the configuration knows. */
export type Facts = Omit<AdminHealth, 'warnings'> & { hasRateLimits: boolean };

function warn(code: HealthWarningCode, weight: HealthWeight, params: HealthWarning['params'] = {}): HealthWarning {
  return { code, weight, params };
}

/** What needs a person, the most urgent first. */
export function warningsOf(facts: Facts): HealthWarning[] {
  const all = [...ofParts(facts), ...ofNodes(facts), ...ofWork(facts), ...ofRoom(facts), ...ofChoices(facts)];
  return all.sort((one, other) => HEALTH_WEIGHTS.indexOf(one.weight) - HEALTH_WEIGHTS.indexOf(other.weight));
}

function ofParts({ redis, storage, queue }: Facts): HealthWarning[] {
  return [
    ...(redis === 'down' ? [warn('redis_down', 'urgent')] : []),
    ...(storage.state === 'down' ? [warn('storage_down', 'urgent')] : []),
    ...(queue.state === 'down' ? [warn('queue_down', 'urgent')] : []),
  ];
}

function ofNodes({ nodes }: Facts): HealthWarning[] {
  const alive = nodes.filter(({ isAlive }) => isAlive);
  const silent = nodes.length - alive.length;
  return [
    ...(alive.every(({ role }) => role === 'web') ? [warn('no_worker', 'urgent')] : []),
    ...(silent > 0 ? [warn('nodes_silent', 'look', { count: silent })] : []),
    ...(new Set(alive.map(({ version }) => version)).size > 1 ? [warn('versions_differ', 'look')] : []),
  ];
}

function ofWork({ queue, outbox, errors, checkedAt }: Facts): HealthWarning[] {
  const since = new Date(checkedAt).getTime() - HOUR_MS;
  const recent = errors.filter(({ at }) => new Date(at).getTime() > since).length;
  const seconds = Math.round(outbox.oldestSeconds);
  return [
    ...(queue.failed > 0 ? [warn('jobs_failed', 'look', { count: queue.failed })] : []),
    ...(queue.waiting > MANY_JOBS ? [warn('jobs_waiting', 'look', { count: queue.waiting })] : []),
    ...(seconds > LATE_SECONDS ? [warn('events_waiting', 'look', { seconds })] : []),
    ...(recent > 0 ? [warn('errors', 'look', { count: recent })] : []),
  ];
}

function ofRoom({ disk, database }: Facts): HealthWarning[] {
  const full = Math.floor((1 - disk.freeBytes / disk.bytes) * 100);
  const taken = Math.round((database.connections / database.maxConnections) * 100);
  const weight = full >= DISK.urgent ? 'urgent' : 'look';
  return [
    ...(full >= DISK.look ? [warn('disk_full', weight, { percent: full })] : []),
    ...(taken >= CONNECTIONS_PERCENT ? [warn('database_connections', 'look', { percent: taken })] : []),
  ];
}

function ofChoices({ mail, hasRateLimits }: Facts): HealthWarning[] {
  return [
    ...(hasRateLimits ? [] : [warn('rate_limits_off', 'look')]),
    ...(mail === 'off' ? [warn('mail_off', 'note')] : []),
  ];
}
