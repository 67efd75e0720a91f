import type { Translated } from '../app/language/texts';
import type { englishAdmin } from './english-admin';
import admin from './zh/admin.json' with { type: 'json' };
import audit from './zh/admin-audit.json' with { type: 'json' };
import health from './zh/admin-health.json' with { type: 'json' };
import invitations from './zh/admin-invitations.json' with { type: 'json' };
import messages from './zh/admin-messages.json' with { type: 'json' };
import organisation from './zh/admin-organisation.json' with { type: 'json' };
import people from './zh/admin-people.json' with { type: 'json' };
import posts from './zh/admin-posts.json' with { type: 'json' };
import rooms from './zh/admin-rooms.json' with { type: 'json' };
import tags from './zh/admin-tags.json' with { type: 'json' };

/** The same in Simplified Chinese. */
export const chineseAdmin: Translated<typeof englishAdmin> = {
  admin,
  'admin-audit': audit,
  'admin-health': health,
  'admin-invitations': invitations,
  'admin-messages': messages,
  'admin-organisation': organisation,
  'admin-people': people,
  'admin-posts': posts,
  'admin-rooms': rooms,
  'admin-tags': tags,
};
