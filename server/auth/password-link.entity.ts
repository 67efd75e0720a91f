import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A link that sets a user's password once; a newer one takes its place. */
@Entity('password_links')
@Unique('uq_password_links_token', ['tokenHash'])
export class PasswordLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_password_links' })
  @ForeignKey('users', { name: 'fk_password_links_user', onDelete: 'CASCADE' })
  userId!: string;

  /** Keyed: whoever reads the database cannot use the link. */
  @Column('text')
  tokenHash!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
