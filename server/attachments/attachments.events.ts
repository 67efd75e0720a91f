/** A file was uploaded. */
export class AttachmentUploaded {
  constructor(
    readonly attachmentId: string,
    /** Whether it is a picture, which is cleaned before anybody else sees it. */
    readonly isPicture: boolean,
  ) {}
}

/**
 * A file is ready for others, or was rejected. Published inside the transaction that says so, before it says so: who
 * takes part can lock first what comes first in the order of locks.
 */
export class AttachmentProcessed {
  constructor(
    readonly attachmentId: string,
    /** Null while its message is not sent. */
    readonly messageId: string | null,
  ) {}
}

/** The message of some files was taken back. */
export class AttachmentsDiscarded {
  constructor(
    /** Whose bytes they had; others may have them too. */
    readonly attachmentIds: string[],
  ) {}
}
