/** That the process runs, and is not about to stop. */
export class Live {
  status!: 'ok' | 'stopping';
}

/** Whether requests can be served: `down` names nothing else than the parts that do not answer. */
export class Ready {
  status!: 'ok' | 'down';
  database!: 'up' | 'down';
  /** Absent without REDIS_URL. Without it requests are served all the same; what happens on other nodes is seen later. */
  redis?: 'up' | 'down';
  /** Absent without S3_BUCKET. Without it messages are served all the same, and files are not. */
  storage?: 'up' | 'down';
}
