import type { PublicOrganisation } from './organisation.dto.js';

/** Lengths in code points, sizes in bytes. */
export class ConfigLimits {
  roomName!: number;
  about!: number;
  postTitle!: number;
  tag!: number;
  tagsPerPost!: number;
  displayName!: number;
  aboutMe!: number;
  location!: number;
  messageText!: number;
  attachmentsPerMessage!: number;
  attachmentBytes!: number;
  /** Endings of file names, without the dot, that may not be attached. */
  blockedAttachmentTypes!: string[];
  imageBytes!: number;
  imagePixels!: number;
  email!: number;
  usernameMin!: number;
  usernameMax!: number;
  passwordMin!: number;
  passwordMax!: number;
  passwordHint!: number;
  /** How long after sending a message its author may edit it; 0: never, null: always. */
  editWindowMinutes!: number | null;
}

/** What a client needs to know before anybody has signed in. */
export class PublicConfig {
  /** Version of the server. */
  version!: string;
  /** Socket protocol that the server speaks. */
  protocol!: number;
  limits!: ConfigLimits;
  organisation!: PublicOrganisation;
  /** Nobody has registered yet: the next account becomes the owner. */
  needsOwner!: boolean;
  /** The first account must give the set-up code that the start printed. */
  needsSetupCode!: boolean;
  /** Mail can be sent: codes come by mail. Without it an admin hands out links. */
  mail!: boolean;
}
