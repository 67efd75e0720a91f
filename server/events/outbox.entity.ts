import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event whose after-commit listeners have not all had their effect yet. */
@Entity('outbox')
@Index('ix_outbox_due', ['dueAt'])
export class OutboxEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_outbox' })
  id!: string;

  @Column('text')
  event!: string;

  @Column('jsonb')
  payload!: object;

  /** Names of the listeners that are still to run. */
  @Column({ type: 'text', array: true })
  pending!: string[];

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** From when on another node may take it over. */
  @Column({ type: 'timestamptz', precision: 3 })
  dueAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
