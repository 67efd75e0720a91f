/** A file is ready for others, or was rejected. Published inside the transaction that says so. */
export class AttachmentProcessed {
  constructor(
    readonly attachmentId: string,
    /** Null while its message is not sent. */
    readonly messageId: string | null,
  ) {}
}
