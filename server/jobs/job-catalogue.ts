interface JobSettings {
  /** Runs again and again at this distance, and at every start. */
  everyMs?: number;
}

interface JobDefinition<Payload extends object> extends JobSettings {
  /** Only a type: nothing is kept here. */
  payload?: Payload;
}

function job<Payload extends object>(settings: JobSettings = {}): JobDefinition<Payload> {
  return settings;
}

const MINUTE_MS = 60_000;

/** Every job with what it is told. Payloads are ids: the database says the rest when the job runs. */
export const JOBS = {
  /** Cleans an uploaded picture and makes its thumbnail. */
  'process-attachment': job<{ attachmentId: string }>(),
  /** Deletes the bytes of files whose message was taken back. */
  'delete-attachment-files': job<{ attachmentIds: string[] }>(),
  /** Leaves the first job again for pictures that lost it. */
  'see-to-pictures': job<Record<string, never>>({ everyMs: MINUTE_MS }),
  /** Removes files that no message will ever have, and repairs what a crash left. */
  'sweep-attachments': job<Record<string, never>>({ everyMs: 15 * MINUTE_MS }),
  /** Clears what rooms and posts that were deleted held. */
  'erase-deleted': job<Record<string, never>>({ everyMs: 15 * MINUTE_MS }),
  /** Deletes messages that are older than the organisation keeps them. */
  'expire-messages': job<Record<string, never>>({ everyMs: 60 * MINUTE_MS }),
  /** Removes pictures of people, rooms and posts that nobody shows any more. */
  'sweep-images': job<Record<string, never>>({ everyMs: 60 * MINUTE_MS }),
  /** Deletes sessions that have long been over. */
  'sweep-sessions': job<Record<string, never>>({ everyMs: 60 * MINUTE_MS }),
  /** Computes what rows are found by that an older program made. */
  'fill-search-keys': job<Record<string, never>>({ everyMs: 15 * MINUTE_MS }),
  /** Sends a mail, which it is told sealed: what it says is nobody else's business. */
  'send-mail': job<{ letter: string }>(),
};

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = NonNullable<(typeof JOBS)[Name]['payload']>;

export const JOB_NAMES = Object.keys(JOBS) as JobName[];

/** True for a name of the catalogue; an older program may have left others in the queue. */
export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}
