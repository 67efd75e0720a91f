import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Registration, WhoMayCreateRooms, WhoMayInvite } from '#contracts/organisation.dto.js';

const NOTHING = { array: true, default: '{}' } as const;

/** The one row of what admins set for everybody. */
@Entity('organisation')
@Check('ck_organisation_one', 'is_only')
@Check('ck_organisation_registration', `registration in ('open', 'invited')`)
@Check('ck_organisation_inviters', `who_may_invite in ('admins', 'members')`)
@Check('ck_organisation_room_creators', `who_may_create_rooms in ('everyone', 'admins')`)
export class OrganisationEntity {
  @PrimaryColumn({ type: 'boolean', primaryKeyConstraintName: 'pk_organisation', default: true })
  isOnly!: boolean;

  @Column({ type: 'text', default: 'Roomers' })
  name!: string;

  /** Its picture in the storage. */
  @Column({ type: 'uuid', nullable: true })
  logoImageId!: string | null;

  @Column({ type: 'text', default: 'open' })
  registration!: Registration;

  @Column({ type: 'text', ...NOTHING })
  emailDomains!: string[];

  @Column({ type: 'boolean', default: false })
  verifiedEmail!: boolean;

  @Column({ type: 'text', default: 'admins' })
  whoMayInvite!: WhoMayInvite;

  @Column({ type: 'text', default: 'everyone' })
  whoMayCreateRooms!: WhoMayCreateRooms;

  /** Without a foreign key: rooms that are gone are passed over. */
  @Column({ type: 'uuid', ...NOTHING })
  defaultRoomIds!: string[];

  /** Null: as much as ATTACHMENT_MAX_BYTES says. */
  @Column({ type: 'double precision', nullable: true })
  attachmentMaxBytes!: number | null;

  @Column({ type: 'text', ...NOTHING })
  blockedAttachmentTypes!: string[];

  @Column({ type: 'integer', nullable: true })
  editWindowMinutes!: number | null;

  @Column({ type: 'integer', nullable: true })
  retentionDays!: number | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}
