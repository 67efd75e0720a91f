import type { Translated } from '../app/language/texts';
import type { english } from './english';
import attachments from './zh/attachments.json' with { type: 'json' };
import errors from './zh/errors.json' with { type: 'json' };
import fields from './zh/fields.json' with { type: 'json' };
import frame from './zh/frame.json' with { type: 'json' };
import home from './zh/home.json' with { type: 'json' };
import invites from './zh/invites.json' with { type: 'json' };
import keyboard from './zh/keyboard.json' with { type: 'json' };
import messages from './zh/messages.json' with { type: 'json' };
import posts from './zh/posts.json' with { type: 'json' };
import profiles from './zh/profiles.json' with { type: 'json' };
import realtime from './zh/realtime.json' with { type: 'json' };
import rooms from './zh/rooms.json' with { type: 'json' };
import settings from './zh/settings.json' with { type: 'json' };
import signIn from './zh/sign-in.json' with { type: 'json' };
import switcher from './zh/switcher.json' with { type: 'json' };
import system from './zh/system.json' with { type: 'json' };
import times from './zh/times.json' with { type: 'json' };
import ui from './zh/ui.json' with { type: 'json' };

/** The same in Simplified Chinese. */
export const chinese: Translated<typeof english> = {
  attachments,
  errors,
  fields,
  frame,
  home,
  invites,
  keyboard,
  messages,
  posts,
  profiles,
  realtime,
  rooms,
  settings,
  'sign-in': signIn,
  switcher,
  system,
  times,
  ui,
};
