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
}
