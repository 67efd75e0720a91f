import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

// TypeORM writes the type into the options it is given: one object for each column.
const primaryKey = (): { primaryKeyConstraintName: string } => ({ primaryKeyConstraintName: 'pk_post_slugs' });

/** A slug that a post has or had within its room; it stays taken and leads to the post. */
@Entity('post_slugs')
@Index('ix_post_slugs_post', ['postId'])
export class PostSlugEntity {
  @PrimaryColumn('uuid', primaryKey())
  @ForeignKey('rooms', { name: 'fk_post_slugs_room', onDelete: 'CASCADE' })
  roomId!: string;

  @PrimaryColumn('text', primaryKey())
  slug!: string;

  @Column('uuid')
  @ForeignKey('posts', { name: 'fk_post_slugs_post', onDelete: 'CASCADE', deferrable: 'INITIALLY DEFERRED' })
  postId!: string;
}
