import { Entity, ForeignKey, Column, Index, PrimaryColumn } from 'typeorm';

/** A slug that a room has or had; it stays taken and leads to the room. */
@Entity('room_slugs')
@Index('ix_room_slugs_room', ['roomId'])
export class RoomSlugEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_room_slugs' })
  slug!: string;

  @Column('uuid')
  @ForeignKey('rooms', { name: 'fk_room_slugs_room', onDelete: 'CASCADE', deferrable: 'INITIALLY DEFERRED' })
  roomId!: string;
}
