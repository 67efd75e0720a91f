/** An upload that has arrived, in a scratch file of the storage. */
export interface ReceivedFile {
  scratch: string;
  /** As its sender calls it, cleaned. */
  name: string;
  /** Bytes. */
  size: number;
  alt: string | null;
}
