import type { UserStatus } from '#contracts/user.dto.js';
import type { TextKey } from '../../language/texts';
import type { IconName } from '../../ui/icon-paths';
import type { Tone } from '../table/status-chip';

/** How the state of an account is shown. */
export const STATUS_LOOKS: Readonly<Record<UserStatus, { tone: Tone; icon: IconName; label: TextKey }>> = {
  active: { tone: 'good', icon: 'check_circle-fill', label: 'admin-people.active' },
  invited: { tone: 'note', icon: 'mail', label: 'admin-people.invited' },
  deactivated: { tone: 'neutral', icon: 'do_not_disturb_on', label: 'admin-people.deactivated' },
};
