/** Where the bytes of an attachment are in the storage. */
export interface AttachmentKeys {
  /** A picture as it was uploaded, with all that its camera wrote; never read by anybody, and gone once it is processed. */
  original: string;
  /** What is downloaded. */
  file: string;
  thumbnail: string;
}

export const ATTACHMENT_FOLDER = 'attachments';

/** The keys of bytes, by the id of the attachment that they came with. */
export function keysOf(id: string): AttachmentKeys {
  const start = `${ATTACHMENT_FOLDER}/${id}`;
  return { original: `${start}.original`, file: `${start}.file`, thumbnail: `${start}.thumbnail` };
}

/** All keys of attachments. */
export function allKeysOf(ids: readonly string[]): string[] {
  return ids.flatMap((id) => Object.values(keysOf(id)) as string[]);
}

/** The attachment that a key belongs to. */
export function attachmentIdOf(key: string): string {
  return key.slice(ATTACHMENT_FOLDER.length + 1, key.lastIndexOf('.'));
}
