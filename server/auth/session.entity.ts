import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One place where a user is signed in. Its refresh tokens are numbered by `generation`; only the newest opens the next one. */
@Entity('sessions')
@Index('ix_sessions_user', ['userId'])
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sessions' })
  id!: string;

  @Column('uuid')
  @ForeignKey('users', { name: 'fk_sessions_user', onDelete: 'CASCADE' })
  userId!: string;

  @Column({ type: 'integer', default: 1 })
  generation!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  rotatedAt!: Date;

  @Column('text')
  userAgent!: string;

  @Column('text')
  ip!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  lastSeenAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;
}
