import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RoomKind, RoomVisibility } from '#contracts/room.dto.js';
import { CHANGE_XID } from '../database/change-xid.js';

/** A room. Every slug it ever had is in `room_slugs`; this is the present one. */
@Entity('rooms')
@Unique('uq_rooms_slug', ['slug'])
@Index('uq_rooms_image', { synchronize: false })
@Index('ix_rooms_change', ['changeXid'])
@Check('ck_rooms_visibility', `visibility in ('public', 'private')`)
@Check('ck_rooms_kind', `kind in ('room', 'direct', 'group')`)
export class RoomEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_rooms' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

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

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column(CHANGE_XID)
  changeXid!: string;
}
