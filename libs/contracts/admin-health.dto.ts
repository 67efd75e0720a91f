import type { HealthWarningCode } from './health-warnings.js';

export const HEALTH_WEIGHTS = ['urgent', 'look', 'note'] as const;
/** `urgent`: something does not work; `look`: something may soon not; `note`: it is so by choice, and the title need not say it. */
export type HealthWeight = (typeof HEALTH_WEIGHTS)[number];

/** Something that may need a person. */
export class HealthWarning {
  code!: HealthWarningCode;
  weight!: HealthWeight;
  /** Numbers for the sentence, by the names that the code's words use. */
  params!: Record<string, number>;
}

export const NODE_ROLES = ['all', 'web', 'worker'] as const;
export type NodeRole = (typeof NODE_ROLES)[number];

/** A process of this Roomers. */
export class HealthNode {
  id!: string;
  role!: NodeRole;
  /** Name of the computer. */
  host!: string;
  version!: string;
  startedAt!: string;
  /** When it was last heard of. */
  seenAt!: string;
  /** False once it has been silent for half a minute; it is listed for a day. */
  isAlive!: boolean;
  /** The one that answers. */
  isThis!: boolean;
  /** Open connections of people. */
  sockets!: number;
}

/** A table with its indexes. */
export class HealthTable {
  name!: string;
  bytes!: number;
  /** About how many. */
  rows!: number;
}

export class DatabaseHealth {
  version!: string;
  /** How long a smallest question took, in milliseconds. */
  roundTripMs!: number;
  bytes!: number;
  connections!: number;
  maxConnections!: number;
  /** The largest ones, the largest first. */
  tables!: HealthTable[];
}

export class StorageHealth {
  kind!: 'disk' | 's3';
  state!: 'up' | 'down';
  /** Files of messages, as the database counts them; previews and pictures of people and rooms aside. */
  files!: number;
  bytes!: number;
}

/** A job that was tried as often as it may be. */
export class FailedJob {
  id!: string;
  name!: string;
  /** What its last try ended with. */
  error!: string;
  tries!: number;
  failedAt!: string;
}

export const RETRIED_JOB_STATES = ['waiting', 'failed', 'done'] as const;

/** Where a job stands that was tried again. */
export class RetriedJob {
  /** `waiting`: for its turn, its end or its next try; `done`: it is kept no more, as one that was done. */
  state!: (typeof RETRIED_JOB_STATES)[number];
  tries!: number;
  /** What its last try ended with. */
  error?: string;
}

export class QueueHealth {
  state!: 'up' | 'down';
  /** Ready to run. */
  waiting!: number;
  active!: number;
  /** For later: repeated ones, and those that are tried again. */
  delayed!: number;
  failed!: number;
  /** The latest 50. */
  failedJobs!: FailedJob[];
}

/** What changes have still to bring about. */
export class OutboxHealth {
  waiting!: number;
  oldestSeconds!: number;
}

/** The disk of the data folder, on the node that answers. */
export class DiskHealth {
  bytes!: number;
  freeBytes!: number;
}

/** An error that a node logged. */
export class LoggedError {
  at!: string;
  /** Of which node. */
  nodeId!: string;
  /** Which part of the program. */
  context?: string;
  message!: string;
  /** What it was caused by. */
  error?: string;
}

/** How this Roomers is doing. */
export class AdminHealth {
  checkedAt!: string;
  version!: string;
  /** When the node that answers was started. */
  startedAt!: string;
  uptimeSeconds!: number;
  /** What needs a person, the most urgent first; empty: all is well. */
  warnings!: HealthWarning[];
  nodes!: HealthNode[];
  usersOnline!: number;
  database!: DatabaseHealth;
  storage!: StorageHealth;
  queue!: QueueHealth;
  outbox!: OutboxHealth;
  disk!: DiskHealth;
  redis!: 'off' | 'up' | 'down';
  mail!: 'off' | 'on';
  /** The latest of all nodes, the latest first. */
  errors!: LoggedError[];
}
