import type { UrlTree } from '@angular/router';
import type { PublicConfig } from '#contracts/config.dto.js';
import { t, type TextKey } from '../language/texts';
import { isClosed } from './registration-rules';

const HEADS = {
  'sign-in': { heading: 'sign-in.welcomeBack', text: 'sign-in.signInTo' },
  register: { heading: 'sign-in.joinPlace', text: 'sign-in.oneAccount' },
  'forgotten-password': { heading: 'sign-in.forgotten', text: 'sign-in.forgottenText' },
  invite: { heading: 'invites.heading', text: 'invites.toPlace' },
  'new-password': { heading: 'sign-in.newPassword', text: 'sign-in.newPasswordText' },
} satisfies Record<string, { heading: TextKey; text: TextKey }>;

/** The first part of an address of the door. */
export type Door = keyof typeof HEADS;

/** Which page of the door an address is. */
export function doorAt(url: UrlTree | undefined): Door {
  const first = url?.root.children['primary']?.segments[0]?.path;
  return first !== undefined && first in HEADS ? (first as Door) : 'sign-in';
}

/** What stands above the form. */
export function headOf(door: Door, config: PublicConfig | undefined): { heading: string; text: string } {
  const { heading, text } = HEADS[door];
  const name = config?.organisation.name ?? 'Roomers';
  return { heading: t(heading, { name }), text: t(door === 'register' ? whoMayJoin(config) : text, { name }) };
}

function whoMayJoin(config: PublicConfig | undefined): TextKey {
  if (config !== undefined && isClosed(config)) return 'sign-in.needInvitation';
  return config?.organisation.emailDomains.length ? 'sign-in.needAddress' : 'sign-in.oneAccount';
}
