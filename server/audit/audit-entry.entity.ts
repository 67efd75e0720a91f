import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what to whom, when, from where. Written once: the database refuses every change. */
@Entity('audit_entries')
@Index('ix_audit_entries_at', ['at', 'id'])
@Index('ix_audit_entries_actor', ['actorId', 'at', 'id'])
@Index('ix_audit_entries_target', ['targetId', 'at', 'id'])
@Index('ix_audit_entries_action', ['action', 'at', 'id'])
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_audit_entries' })
  id!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  /** Null: the command line, or Roomers itself. */
  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  /** As the actor was called then. */
  @Column('text')
  actorName!: string;

  @Column('text')
  action!: string;

  @Column('text')
  targetType!: string;

  @Column({ type: 'text', nullable: true })
  targetId!: string | null;

  /** As the target was called then. */
  @Column({ type: 'text', nullable: true })
  targetName!: string | null;

  @Column({ type: 'text', nullable: true })
  ip!: string | null;

  @Column({ type: 'jsonb', default: {} })
  details!: object;
}
