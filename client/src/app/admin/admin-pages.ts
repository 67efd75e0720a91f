import type { TextKey } from '../language/texts';
import type { IconName } from '../ui/icon-paths';

/** The pages of the console, in the order in which they are listed. */
export const ADMIN_PAGES: readonly {
  path: string;
  icon: IconName;
  chosenIcon: IconName;
  label: TextKey;
}[] = [
  { path: '/admin/health', icon: 'monitor_heart', chosenIcon: 'monitor_heart-fill', label: 'admin.health' },
  { path: '/admin/people', icon: 'group', chosenIcon: 'group-fill', label: 'admin.people' },
  { path: '/admin/invitations', icon: 'mail', chosenIcon: 'mail-fill', label: 'admin.invitations' },
  { path: '/admin/rooms', icon: 'meeting_room', chosenIcon: 'meeting_room-fill', label: 'frame.rooms' },
  { path: '/admin/posts', icon: 'article', chosenIcon: 'article-fill', label: 'admin.posts' },
  { path: '/admin/messages', icon: 'chat_bubble', chosenIcon: 'chat_bubble-fill', label: 'admin.messages' },
  { path: '/admin/tags', icon: 'sell', chosenIcon: 'sell-fill', label: 'admin.tags' },
  { path: '/admin/audit', icon: 'receipt_long', chosenIcon: 'receipt_long-fill', label: 'admin.audit' },
  { path: '/admin/organisation', icon: 'tune', chosenIcon: 'tune', label: 'admin.organisation' },
];
