import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { NodeRole } from '#contracts/admin-health.dto.js';
import type { RecentError } from '../../platform/logging/recent-errors.js';

/** A process of this Roomers, as it said of itself a few seconds ago. */
@Entity('nodes')
@Check('ck_nodes_role', `role in ('all', 'web', 'worker')`)
export class NodeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_nodes' })
  id!: string;

  @Column('text')
  role!: NodeRole;

  @Column('text')
  host!: string;

  @Column('text')
  version!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  startedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  seenAt!: Date;

  @Column({ type: 'integer', default: 0 })
  sockets!: number;

  @Column({ type: 'jsonb', default: [] })
  errors!: RecentError[];
}
