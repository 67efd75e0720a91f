import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A tag of the organisation, unique without regard to case; the first spelling stays. */
@Entity('tags')
@Unique('uq_tags_key', ['key'])
export class TagEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_tags' })
  id!: string;

  @Column('text')
  name!: string;

  /** The name in lower case. */
  @Column('text')
  key!: string;

  /** What it is found by; null until it is computed, when an older program made the row. */
  @Column({ type: 'text', nullable: true })
  searchKey!: string | null;

  /** What it is sorted by among names; null as the key above. */
  @Column({ type: 'text', nullable: true })
  sortKey!: string | null;
}
