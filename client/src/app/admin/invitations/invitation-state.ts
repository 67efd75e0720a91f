import type { Invitation } from '#contracts/invite.dto.js';
import type { TextKey } from '../../language/texts';
import type { IconName } from '../../ui/icon-paths';
import type { Tone } from '../table/status-chip';

export interface InvitationLook {
  tone: Tone;
  icon: IconName;
  label: TextKey;
}

const WAITS: InvitationLook = { tone: 'note', icon: 'mail', label: 'admin-invitations.waits' };
const OVER: InvitationLook = { tone: 'warning', icon: 'schedule', label: 'admin-invitations.isOver' };
const VOID: InvitationLook = { tone: 'warning', icon: 'do_not_disturb_on', label: 'admin-invitations.isVoid' };

/** How an invitation stands: it works for its time, as long as whoever sent it is an admin. @param now milliseconds since 1970 */
export function lookOf({ expiresAt, invitedBy }: Invitation, now: number): InvitationLook {
  if (invitedBy.status !== 'active' || invitedBy.role === 'member') return VOID;
  return Date.parse(expiresAt) > now ? WAITS : OVER;
}
