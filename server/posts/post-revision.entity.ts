import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

const PRIMARY_KEY = 'pk_post_revisions';

/** Title and about of a topic as one change left them. */
@Entity('post_revisions')
export class PostRevisionEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: PRIMARY_KEY })
  @ForeignKey('posts', { name: 'fk_post_revisions_post', onDelete: 'CASCADE' })
  postId!: string;

  /** That of the post after the change. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: PRIMARY_KEY })
  version!: number;

  @Column('text')
  title!: string;

  @Column('text')
  about!: string;

  @Column('uuid')
  @ForeignKey('users', { name: 'fk_post_revisions_editor' })
  editorId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;
}
