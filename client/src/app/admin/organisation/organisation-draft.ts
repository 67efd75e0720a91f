import type {
  OrganisationSettings,
  Registration,
  UpdateOrganisationDto,
  WhoMayCreateRooms,
  WhoMayInvite,
} from '#contracts/organisation.dto.js';

const MEBIBYTE = 1024 * 1024;
/** In the place of minutes: messages may always be edited. */
export const ALWAYS = -1;

/** What admins set, as the form has it. */
export interface OrganisationFacts {
  name: string;
  registration: Registration;
  /** Apart by commas or spaces. */
  emailDomains: string;
  verifiedEmail: boolean;
  whoMayInvite: WhoMayInvite;
  whoMayCreateRooms: WhoMayCreateRooms;
  defaultRoomIds: readonly string[];
  /** In MB; null: as much as the server takes. */
  attachmentMax: number | null;
  /** Endings, apart by commas or spaces. */
  blockedAttachmentTypes: string;
  /** Minutes, or `ALWAYS`. */
  editWindow: number;
  deletesOld: boolean;
  retentionDays: number | null;
}

export function factsOf(settings: OrganisationSettings): OrganisationFacts {
  const { name, registration, verifiedEmail, whoMayInvite, whoMayCreateRooms, defaultRoomIds } = settings;
  return {
    ...{ name, registration, verifiedEmail, whoMayInvite, whoMayCreateRooms, defaultRoomIds },
    emailDomains: settings.emailDomains.join(', '),
    attachmentMax: settings.attachmentMaxBytes / MEBIBYTE,
    blockedAttachmentTypes: settings.blockedAttachmentTypes.join(', '),
    editWindow: settings.editWindowMinutes ?? ALWAYS,
    deletesOld: settings.retentionDays !== null,
    retentionDays: settings.retentionDays,
  };
}

/** What differs from what is kept, as the server takes it. */
export function changesTo(kept: OrganisationFacts, written: OrganisationFacts): UpdateOrganisationDto {
  const [before, after] = [asked(kept), asked(written)];
  const names = Object.keys(after) as (keyof UpdateOrganisationDto)[];
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name]]),
  );
}

/** The form after somebody else has saved: what was written here stays, the rest follows. */
export function follow(
  kept: OrganisationFacts,
  written: OrganisationFacts,
  next: OrganisationFacts,
): OrganisationFacts {
  const names = Object.keys(next) as (keyof OrganisationFacts)[];
  const own = names.filter((name) => JSON.stringify(written[name]) !== JSON.stringify(kept[name]));
  return { ...next, ...Object.fromEntries(own.map((name) => [name, written[name]])) };
}

function asked(facts: OrganisationFacts): UpdateOrganisationDto {
  const { name, registration, verifiedEmail, whoMayInvite, whoMayCreateRooms, attachmentMax, editWindow } = facts;
  return {
    ...{ name, registration, verifiedEmail, whoMayInvite, whoMayCreateRooms },
    emailDomains: listOf(facts.emailDomains),
    defaultRoomIds: [...facts.defaultRoomIds],
    attachmentMaxBytes: attachmentMax === null ? null : Math.round(attachmentMax * MEBIBYTE),
    blockedAttachmentTypes: listOf(facts.blockedAttachmentTypes),
    editWindowMinutes: editWindow === ALWAYS ? null : editWindow,
    retentionDays: facts.deletesOld ? facts.retentionDays : null,
  };
}

/** `exe, .BAT` as `exe`, `.bat`: what is there twice is there once. */
function listOf(text: string): string[] {
  const words = text.toLowerCase().split(/[\s,，、;；]+/u);
  return [...new Set(words.map((word) => word.replace(/^[.@]+/u, '')).filter((word) => word !== ''))];
}
