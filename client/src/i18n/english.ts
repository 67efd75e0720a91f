import attachments from './en/attachments.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };
import fields from './en/fields.json' with { type: 'json' };
import frame from './en/frame.json' with { type: 'json' };
import home from './en/home.json' with { type: 'json' };
import invites from './en/invites.json' with { type: 'json' };
import keyboard from './en/keyboard.json' with { type: 'json' };
import messages from './en/messages.json' with { type: 'json' };
import posts from './en/posts.json' with { type: 'json' };
import profiles from './en/profiles.json' with { type: 'json' };
import realtime from './en/realtime.json' with { type: 'json' };
import rooms from './en/rooms.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import signIn from './en/sign-in.json' with { type: 'json' };
import switcher from './en/switcher.json' with { type: 'json' };
import system from './en/system.json' with { type: 'json' };
import times from './en/times.json' with { type: 'json' };
import ui from './en/ui.json' with { type: 'json' };

/** Every text of the interface, by place. */
export const english = {
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
