import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { InvitedRole } from '#contracts/invite.dto.js';

/** An invitation: a link for whoever holds it, or one for the person at an address. */
@Entity('invites')
@Unique('uq_invites_token', ['tokenHash'])
@Index('uq_invites_email', { synchronize: false })
@Index('ix_invites_maker', ['makerId'])
@Index('ix_invites_rooms', { synchronize: false })
@Check('ck_invites_role', `role in ('admin', 'member')`)
@Check('ck_invites_uses_left', 'uses_left >= 0')
@Check('ck_invites_person', '(email is null) = (role is null)')
export class InviteEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_invites' })
  id!: string;

  /** Keyed: whoever reads the database cannot use the invitation. */
  @Column('text')
  tokenHash!: string;

  @Column('uuid')
  @ForeignKey('users', { name: 'fk_invites_maker', onDelete: 'CASCADE' })
  makerId!: string;

  /** Where it leads. Without a foreign key: rooms that are gone are passed over. */
  @Column({ type: 'uuid', array: true, default: '{}' })
  roomIds!: string[];

  /** Of the person; null: for whoever holds it. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  /** Of the person's account; null: for whoever holds it. */
  @Column({ type: 'text', nullable: true })
  role!: InvitedRole | null;

  /** Null: any number. */
  @Column({ type: 'integer', nullable: true })
  usesLeft!: number | null;

  @Column({ type: 'integer', default: 0 })
  used!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
