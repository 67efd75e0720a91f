import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A username that somebody has or had; it stays theirs and leads to them. The database writes it down with the user. */
@Entity('usernames')
@Index('ix_usernames_user', ['userId'])
export class UsernameEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_usernames' })
  username!: string;

  @Column('uuid')
  @ForeignKey('users', { name: 'fk_usernames_user', onDelete: 'CASCADE' })
  userId!: string;
}
