import type { InvitedRole } from '#contracts/invite.dto.js';
import { AppError } from '../platform/errors/app-error.js';

/** An invitation that can be accepted now. */
export interface Invite {
  tokenHash: string;
  makerId: string;
  makerName: string;
  roomIds: string[];
  /** Of the person it is for; null: for whoever holds it. */
  email: string | null;
  /** Of the account that the person makes; null: for whoever holds it. */
  role: InvitedRole | null;
  expiresAt: Date;
  /** It counts as an invitation where an account needs one. */
  admitsNewcomers: boolean;
}

/** The same for an invitation that has expired, was used up or withdrawn, and one that never was. */
export function inviteUnusable(): AppError {
  return new AppError('invite_unusable', 'This invitation has expired, was used up or withdrawn. Ask for another.');
}
