import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { IsAddress } from './account.decorators.js';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { PageQuery } from './page.dto.js';
import { failsAs, IsName, IsVerbatim } from './text.decorators.js';
import { User } from './user.dto.js';
import { IsUUID } from './value.decorators.js';

export const INVITED_ROLES = ['admin', 'member'] as const;
export type InvitedRole = (typeof INVITED_ROLES)[number];

/** Makes a link that leads into a room. */
export class CreateRoomInviteDto {
  /** How many people it lets in; any number when absent. */
  @Optional()
  @IsInt(failsAs('invalid'))
  @Min(1, failsAs('too_small'))
  @Max(LIMITS.inviteUses, failsAs('too_big'))
  uses?: number;

  /** A week when absent. */
  @Optional()
  @IsInt(failsAs('invalid'))
  @Min(1, failsAs('too_small'))
  @Max(LIMITS.inviteHours.max, failsAs('too_big'))
  expiresInHours?: number;
}

/** A link that leads into a room, for those who keep the room. */
export class RoomInvite {
  id!: string;
  madeBy!: User;
  createdAt!: string;
  expiresAt!: string;
  /** How many it still lets in; absent: any number. */
  usesLeft?: number;
  /** How many it has let in. */
  used!: number;
  /** It counts as an invitation where an account needs one. */
  admitsNewcomers!: boolean;
}

/** A new link: the only time that it can be seen. */
export class NewRoomInvite extends RoomInvite {
  token!: string;
  /** Whole address to open. */
  url!: string;
}

/** The links into a room that work, the newest first. */
export class RoomInviteList {
  items!: RoomInvite[];
}

/** The secret of an invitation. */
export class InviteTokenDto {
  @IsVerbatim({ min: 1, max: 200 })
  token!: string;
}

/** What an invitation says to whoever holds it. */
export class InviteDetails {
  organisationName!: string;
  inviterName!: string;
  roomNames!: string[];
  /** For whom it is; absent: for whoever holds it. */
  email?: string;
  /** An account can be made with it. */
  admitsNewcomers!: boolean;
  expiresAt!: string;
}

/** A room that an invitation leads to. */
export class InvitedRoom {
  id!: string;
  slug!: string;
  name!: string;
}

/** The rooms that the user is a member of by the invitation. */
export class InvitedRoomList {
  rooms!: InvitedRoom[];
}

/** Invites the person who reads an address to make an account. */
export class InvitePersonDto {
  @IsAddress()
  email!: string;

  /** A member when absent. */
  @Optional()
  @IsIn(INVITED_ROLES, failsAs('invalid'))
  role?: InvitedRole;

  /** Public rooms, and private ones that the inviter keeps; others are passed over. */
  @Optional()
  @IsArray(failsAs('invalid'))
  @ArrayMaxSize(LIMITS.invitedRooms, failsAs('too_many'))
  @ArrayUnique(failsAs('invalid', 'A room is there twice.'))
  @IsUUID({ each: true })
  roomIds?: string[];
}

/** Which invitations are asked for, the newest first. */
export class InvitationsQuery extends PageQuery {
  /** Part of the address. */
  @Optional()
  @IsName({ max: LIMITS.searchText })
  q?: string;
}

/** An invitation that waits for somebody, as admins see it. */
export class Invitation {
  id!: string;
  email!: string;
  role!: InvitedRole;
  roomIds!: string[];
  invitedBy!: User;
  createdAt!: string;
  /** May be past: then it can be renewed. */
  expiresAt!: string;
}

export class InvitationPage {
  items!: Invitation[];
  nextCursor?: string;
  total?: number;
}

/** An invitation with its link: the only time that it can be seen. Where mail is configured it is mailed too. */
export class HandedInvitation {
  invitation!: Invitation;
  /** Whole address to open. */
  url!: string;
}
