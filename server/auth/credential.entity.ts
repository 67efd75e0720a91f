import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A user's password, as argon2id hash. */
@Entity('credentials')
export class CredentialEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_credentials' })
  @ForeignKey('users', { name: 'fk_credentials_user', onDelete: 'CASCADE' })
  userId!: string;

  @Column('text')
  passwordHash!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  changedAt!: Date;
}
