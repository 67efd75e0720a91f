import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RoomRole } from '#contracts/room.dto.js';
import { CHANGE_XID } from '../database/change-xid.js';

const PRIMARY_KEY = { primaryKeyConstraintName: 'pk_room_members' };

/** A user's place in a room. It stays, with `leftAt`, after they left, so that others can be told and its version goes on rising. */
@Entity('room_members')
@Index('ix_room_members_user', ['userId'])
@Index('ix_room_members_change', ['changeXid'])
@Index('uq_room_members_owner', { synchronize: false })
@Check('ck_room_members_role', `role in ('owner', 'moderator', 'member')`)
export class RoomMemberEntity {
  @PrimaryColumn('uuid', PRIMARY_KEY)
  @ForeignKey('rooms', { name: 'fk_room_members_room', onDelete: 'CASCADE' })
  roomId!: string;

  @PrimaryColumn('uuid', PRIMARY_KEY)
  @ForeignKey('users', { name: 'fk_room_members_user', onDelete: 'CASCADE' })
  userId!: string;

  @Column('text')
  role!: RoomRole;

  /** Whether the member has it among the favourites. */
  @Column({ type: 'boolean', default: false })
  isFavourite!: boolean;

  /** Rises whenever that changes; apart from `version`, which others see. */
  @Column({ type: 'integer', default: 0 })
  favouriteVersion!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  joinedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  leftAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column(CHANGE_XID)
  changeXid!: string;
}
