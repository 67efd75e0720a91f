import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code that went out by mail. Neither it nor the address is kept, only keyed hashes of both. */
@Entity('email_codes')
export class EmailCodeEntity {
  /** Of purpose and address. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_email_codes' })
  subjectHash!: string;

  @Column('text')
  codeHash!: string;

  /** Wrong ones so far. */
  @Column({ type: 'integer', default: 0 })
  tries!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
