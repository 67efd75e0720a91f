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
  imageBytes!: number;
  imagePixels!: number;
  email!: number;
  usernameMin!: number;
  usernameMax!: number;
  passwordMin!: number;
  passwordMax!: number;
  passwordHint!: number;
}

/** What a client needs to know before anybody has signed in. */
export class PublicConfig {
  /** Version of the server. */
  version!: string;
  /** Socket protocol that the server speaks. */
  protocol!: number;
  limits!: ConfigLimits;
  /** Nobody has registered yet: the next account becomes the owner. */
  needsOwner!: boolean;
  /** The first account must give the set-up code that the start printed. */
  needsSetupCode!: boolean;
}
