import admin from './en/admin.json' with { type: 'json' };
import audit from './en/admin-audit.json' with { type: 'json' };
import health from './en/admin-health.json' with { type: 'json' };
import invitations from './en/admin-invitations.json' with { type: 'json' };
import messages from './en/admin-messages.json' with { type: 'json' };
import organisation from './en/admin-organisation.json' with { type: 'json' };
import people from './en/admin-people.json' with { type: 'json' };
import posts from './en/admin-posts.json' with { type: 'json' };
import rooms from './en/admin-rooms.json' with { type: 'json' };
import tags from './en/admin-tags.json' with { type: 'json' };

/** The texts of the admin console, which only admins fetch. */
export const englishAdmin = {
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
