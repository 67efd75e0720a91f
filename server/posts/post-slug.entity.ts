import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const PRIMARY_KEY = { primaryKeyConstraintName: 'pk_post_slugs' };

/** A slug that a post has or had within its room; it stays taken and leads to the post. */
@Entity('post_slugs')
@Index('ix_post_slugs_post', ['postId'])
export class PostSlugEntity {
  @PrimaryColumn('uuid', PRIMARY_KEY)
  @ForeignKey('rooms', { name: 'fk_post_slugs_room', onDelete: 'CASCADE' })
  roomId!: string;

  @PrimaryColumn('text', PRIMARY_KEY)
  slug!: string;

  @Column('uuid')
  @ForeignKey('posts', { name: 'fk_post_slugs_post', onDelete: 'CASCADE', deferrable: 'INITIALLY DEFERRED' })
  postId!: string;
}
