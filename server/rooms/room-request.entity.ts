import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const PRIMARY_KEY = { primaryKeyConstraintName: 'pk_room_requests' };

/** That a user asked to join a private room. */
@Entity('room_requests')
@Index('ix_room_requests_user', ['userId'])
export class RoomRequestEntity {
  @PrimaryColumn('uuid', PRIMARY_KEY)
  @ForeignKey('rooms', { name: 'fk_room_requests_room', onDelete: 'CASCADE' })
  roomId!: string;

  @PrimaryColumn('uuid', PRIMARY_KEY)
  @ForeignKey('users', { name: 'fk_room_requests_user', onDelete: 'CASCADE' })
  userId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
