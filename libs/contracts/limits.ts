/** Limits that hold on every door. Lengths of text are Unicode code points; sizes are bytes. `GET /api/config` tells them to clients. */
export const LIMITS = {
  roomName: { min: 1, max: 80 },
  about: { max: 2_000 },
  postTitle: { min: 1, max: 200 },
  tag: { min: 1, max: 40 },
  tagsPerPost: 10,
  /** So many changes of title and about are kept of each post. */
  postRevisions: 100,
  displayName: { min: 1, max: 60 },
  aboutMe: 500,
  location: 50,
  messageText: 10_000,
  removalReason: { min: 1, max: 500 },
  attachmentsPerMessage: 10,
  attachmentName: 255,
  attachmentAlt: 1_000,
  imageBytes: 10 * 1024 * 1024,
  imagePixels: 40_000_000,
  email: 254,
  username: { min: 2, max: 32 },
  password: { min: 8, max: 256, hint: 12 },
  slug: 64,
  organisationName: { min: 1, max: 60 },
  emailDomains: 50,
  defaultRooms: 20,
  blockedAttachmentTypes: 100,
  inviteUses: 1_000,
  inviteHours: { default: 168, max: 8_760 },
  invitedRooms: 20,
  searchText: 200,
  pageSize: { default: 50, max: 200 },
  watchedUsers: 500,
  frameBytes: 2 * 1024 * 1024,
} as const;

/** `ATTACHMENT_MAX_BYTES` when nothing is configured. */
export const DEFAULT_ATTACHMENT_BYTES = 25 * 1024 * 1024;

/** Words that mean something else in a mention or an address, and so are no usernames. */
export const RESERVED_USERNAMES: readonly string[] = ['me', 'all', 'here', 'everyone', 'admin', 'system', 'roomers'];

/** Version of the socket protocol that this build speaks (`auth.protocol` of the handshake). */
export const SOCKET_PROTOCOL = 1;

/** The highest number that a message or a change can have. */
export const MAX_SEQ = 2_147_483_647;

/** Slug of the chat post of every room; no topic post may take it. */
export const CHAT_SLUG = 'chat';
