import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who removed a message, and why. */
@Entity('message_removals')
export class MessageRemovalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_message_removals' })
  @ForeignKey('messages', { name: 'fk_message_removals_message', onDelete: 'CASCADE' })
  messageId!: string;

  @Column('uuid')
  @ForeignKey('users', { name: 'fk_message_removals_actor' })
  actorId!: string;

  @Column('text')
  reason!: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at!: Date;
}
