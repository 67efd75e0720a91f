import type { Part, Wordings } from './letter.js';

const HOLDS = 'It holds for ten minutes and works once. Nobody from Roomers ever asks you for it.';
const IGNORE = 'If that was not you, do nothing: without the code nothing happens.';

function code(before: string, digits: string): Part[] {
  return [before, { code: digits }, HOLDS, IGNORE];
}

/** Every letter in English. */
export const ENGLISH: Wordings = {
  registrationCode: ({ code: digits }) => ({
    subject: 'Your code for registering with Roomers',
    parts: code('Somebody wants to register with this address. Type this code on the page where you register:', digits),
  }),
  accountExists: ({ username }, site) => ({
    subject: 'You have an account with Roomers already',
    parts: [
      `Somebody wanted to use this address for an account. It has one already, called ${username}.`,
      { link: `${site}/sign-in`, label: 'Sign in' },
      'If you forgot the password, ask for a new one there. If that was not you, do nothing.',
    ],
  }),
  passwordCode: ({ code: digits, username }) => ({
    subject: 'Your code for a new password',
    parts: code(
      `Somebody asked for a new password for ${username}. Type this code on the page where you asked:`,
      digits,
    ),
  }),
  addressCode: ({ code: digits, username }) => ({
    subject: 'Your code for a new email address',
    parts: code(`${username} wants to use this address. Type this code on the settings page:`, digits),
  }),
  passwordChanged: ({ username }, site) => ({
    subject: 'Your password was changed',
    parts: [
      `The password of ${username} was changed, and other places where you were signed in have been signed out.`,
      'If that was not you, ask for a new password at once and tell an admin.',
      { link: `${site}/sign-in`, label: 'Sign in' },
    ],
  }),
  addressChanged: ({ username }) => ({
    subject: 'Your email address was changed',
    parts: [
      `${username} has another email address now. Roomers writes to this one no more.`,
      'If that was not you, tell an admin at once.',
    ],
  }),
  invitation: ({ link, inviter, organisation }) => ({
    subject: `${inviter} invites you to ${organisation}`,
    parts: [
      `${inviter} invites you to ${organisation}, a place for conversations on Roomers. Open this address and choose a username and a password:`,
      { link, label: 'Accept the invitation' },
      'It is for you alone, holds for seven days and works once. If you do not know who invites you, do nothing.',
    ],
  }),
};
