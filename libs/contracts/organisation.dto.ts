import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsFQDN, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { LIMITS } from './limits.js';
import { Nullable, Optional } from './optional.decorator.js';
import { failsAs, IsName } from './text.decorators.js';
import { IsUUID } from './value.decorators.js';

export const REGISTRATIONS = ['open', 'invited'] as const;
export const INVITERS = ['admins', 'members'] as const;
export const ROOM_CREATORS = ['everyone', 'admins'] as const;
export type Registration = (typeof REGISTRATIONS)[number];
export type WhoMayInvite = (typeof INVITERS)[number];
export type WhoMayCreateRooms = (typeof ROOM_CREATORS)[number];

/** The organisation as everybody sees it, also before they have signed in. */
export class PublicOrganisation {
  name!: string;
  /** Readable without a session. */
  logoUrl?: string;
  /** `invited`: an account needs an invitation. */
  registration!: Registration;
  /** Domains of which an address must be; empty: of any. */
  emailDomains!: string[];
  /** An address must be proved by mail before the account is made. */
  verifiedEmail!: boolean;
  whoMayInvite!: WhoMayInvite;
  whoMayCreateRooms!: WhoMayCreateRooms;
}

/** What admins set for everybody. */
export class OrganisationSettings extends PublicOrganisation {
  /** Rooms that newcomers join by themselves; those that are gone or archived are passed over. */
  defaultRoomIds!: string[];
  /** Largest file that may be attached. */
  attachmentMaxBytes!: number;
  /** The most that `attachmentMaxBytes` can be: what the server was started with. */
  attachmentCeilingBytes!: number;
  /** Endings of file names, without the dot, that may not be attached. */
  blockedAttachmentTypes!: string[];
  /** How long after sending a message its author may edit it; 0: never, null: always. */
  editWindowMinutes!: number | null;
  /** Messages older than this are deleted with their files; null: never. */
  retentionDays!: number | null;
  /** Whether the server can send mail, which `verifiedEmail` and `emailDomains` need. */
  mailConfigured!: boolean;
  /** Rises with every change. */
  version!: number;
}

const eachText = (change: (text: string) => string): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? change(one.trim()) : one)) : value,
  );

/** Changes to the settings; what is absent stays. */
export class UpdateOrganisationDto {
  @Optional()
  @IsName(LIMITS.organisationName)
  name?: string;

  @Optional()
  @IsIn(REGISTRATIONS, failsAs('invalid'))
  registration?: Registration;

  /** Needs `verifiedEmail`: an address that nobody proved says nothing. */
  @Optional()
  @IsArray(failsAs('invalid'))
  @ArrayMaxSize(LIMITS.emailDomains, failsAs('too_many'))
  @ArrayUnique(failsAs('invalid', 'A domain is there twice.'))
  @IsFQDN({}, { ...failsAs('invalid', 'Enter domains, such as example.org.'), each: true })
  @eachText((text) => text.toLowerCase().replace(/^@/u, ''))
  emailDomains?: string[];

  /** Refused while the server has no mail. */
  @Optional()
  @IsBoolean(failsAs('invalid'))
  verifiedEmail?: boolean;

  @Optional()
  @IsIn(INVITERS, failsAs('invalid'))
  whoMayInvite?: WhoMayInvite;

  @Optional()
  @IsIn(ROOM_CREATORS, failsAs('invalid'))
  whoMayCreateRooms?: WhoMayCreateRooms;

  /** Public rooms. */
  @Optional()
  @IsArray(failsAs('invalid'))
  @ArrayMaxSize(LIMITS.defaultRooms, failsAs('too_many'))
  @ArrayUnique(failsAs('invalid', 'A room is there twice.'))
  @IsUUID({ each: true })
  defaultRoomIds?: string[];

  /** Null: as much as the server was started with. */
  @Nullable()
  @IsInt(failsAs('invalid'))
  @Min(1_024, failsAs('too_small'))
  attachmentMaxBytes?: number | null;

  @Optional()
  @IsArray(failsAs('invalid'))
  @ArrayMaxSize(LIMITS.blockedAttachmentTypes, failsAs('too_many'))
  @ArrayUnique(failsAs('invalid', 'An ending is there twice.'))
  @Matches(/^[\p{L}\p{N}_+-]+(\.[\p{L}\p{N}_+-]+)*$/u, {
    ...failsAs('invalid', 'Enter endings of file names, such as exe.'),
    each: true,
  })
  @eachText((text) => text.toLowerCase().replace(/^\./u, ''))
  blockedAttachmentTypes?: string[];

  /** 0: never, null: always. */
  @Nullable()
  @IsInt(failsAs('invalid'))
  @Min(0, failsAs('too_small'))
  @Max(525_600, failsAs('too_big'))
  editWindowMinutes?: number | null;

  /** Null: for ever. */
  @Nullable()
  @IsInt(failsAs('invalid'))
  @Min(1, failsAs('too_small'))
  @Max(36_500, failsAs('too_big'))
  retentionDays?: number | null;
}
