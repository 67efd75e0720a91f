/** What may need a person; `AdminHealth.warnings` names those that hold. */
export const HEALTH_WARNINGS = [
  /** Redis does not answer: other nodes hear late what happens on this one. */
  'redis_down',
  /** The store of files does not answer. */
  'storage_down',
  /** What keeps the jobs does not answer. */
  'queue_down',
  /** `count` jobs failed for good. */
  'jobs_failed',
  /** `count` jobs wait: more come than are done. */
  'jobs_waiting',
  /** No process runs jobs: nothing is processed, mailed or cleared. */
  'no_worker',
  /** `count` nodes fell silent without having been stopped. */
  'nodes_silent',
  /** Nodes are of different versions. */
  'versions_differ',
  /** What followed from a change `seconds` ago has not been done yet. */
  'events_waiting',
  /** `percent` of the disk of the data folder is full. */
  'disk_full',
  /** `percent` of the connections that the database allows are taken. */
  'database_connections',
  /** `count` errors in the last hour. */
  'errors',
  /** Codes and resets of passwords need mail, and SMTP_URL is not set. */
  'mail_off',
  /** RATE_LIMITS=off: passwords can be tried without end. */
  'rate_limits_off',
] as const;
export type HealthWarningCode = (typeof HEALTH_WARNINGS)[number];
