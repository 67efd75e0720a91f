import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CHANGE_XID } from '../database/change-xid.js';

/** That a room went out of sight: deleted, or made private while others could read it. `userId` null tells everybody who is no member. */
@Entity('room_departures')
@Index('ix_room_departures_change', ['changeXid'])
@Index('ix_room_departures_user', ['userId'])
export class RoomDepartureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_room_departures' })
  id!: string;

  @Column('uuid')
  roomId!: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('users', { name: 'fk_room_departures_user', onDelete: 'CASCADE' })
  userId!: string | null;

  @Column(CHANGE_XID)
  changeXid!: string;
}
