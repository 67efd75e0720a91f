import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

const PRIMARY_KEY = { primaryKeyConstraintName: 'pk_post_tags' };

/** A tag of a post, in the order its author gave. */
@Entity('post_tags')
@Index('ix_post_tags_tag', ['tagId'])
export class PostTagEntity {
  @PrimaryColumn('uuid', PRIMARY_KEY)
  @ForeignKey('posts', { name: 'fk_post_tags_post', onDelete: 'CASCADE' })
  postId!: string;

  @PrimaryColumn('uuid', PRIMARY_KEY)
  @ForeignKey('tags', { name: 'fk_post_tags_tag', onDelete: 'CASCADE' })
  tagId!: string;

  @Column('smallint')
  position!: number;
}
