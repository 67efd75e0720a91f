import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RoomKind, RoomVisibility } from '#contracts/room.dto.js';
import { CHANGE_XID } from '../database/change-xid.js';

/** A room. Every slug it ever had is in `room_slugs`; this is the present one. */
@Entity('rooms')
@Index('uq_rooms_slug', { synchronize: false })
@Index('uq_rooms_image', { synchronize: false })
@Index('ix_rooms_change', ['changeXid'])
@Check('ck_rooms_visibility', `visibility in ('public', 'private')`)
@Check('ck_rooms_kind', `kind in ('room', 'direct', 'group')`)
@Check('ck_rooms_deleted', `deleted_at is null or (visibility = 'private' and member_count = 0)`)
@Index('ix_rooms_deleted', { synchronize: false })
export class RoomEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_rooms' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  /** What it is found by; null until it is computed, when an older program made the row. */
  @Column({ type: 'text', nullable: true })
  searchKey!: string | null;

  /** What it is sorted by among names; null as the key above. */
  @Column({ type: 'text', nullable: true })
  sortKey!: string | null;

  @Column({ type: 'text', default: '' })
  about!: string;

  /** Its picture in the storage. */
  @Column({ type: 'uuid', nullable: true })
  imageId!: string | null;

  @Column('text')
  visibility!: RoomVisibility;

  @Column({ type: 'text', default: 'room' })
  kind!: RoomKind;

  @Column('uuid')
  @ForeignKey('users', { name: 'fk_rooms_owner' })
  ownerId!: string;

  @Column('uuid')
  chatPostId!: string;

  @Column({ type: 'integer', default: 0 })
  memberCount!: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt!: Date | null;

  /** From then on it is there for nobody; the rest of it is cleared soon. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column(CHANGE_XID)
  changeXid!: string;
}
