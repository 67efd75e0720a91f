import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { UserRole, UserStatus } from '#contracts/user.dto.js';

/** A person's account. E-mail addresses and usernames are unique without regard to case; usernames are stored lower. */
@Entity('users')
@Unique('uq_users_username', ['username'])
@Index('uq_users_email', { synchronize: false })
@Index('uq_users_image', { synchronize: false })
@Index('uq_users_owner', { synchronize: false })
@Check('ck_users_role', `role in ('owner', 'admin', 'member')`)
@Check('ck_users_status', `status in ('invited', 'active', 'deactivated')`)
export class UserEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_users' })
  id!: string;

  @Column('text')
  username!: string;

  @Column('text')
  email!: string;

  @Column('text')
  displayName!: string;

  /** What they are found by; null until it is computed, when an older program made the row. */
  @Column({ type: 'text', nullable: true })
  searchKey!: string | null;

  /** What it is sorted by among names; null as the key above. */
  @Column({ type: 'text', nullable: true })
  sortKey!: string | null;

  @Column({ type: 'text', default: 'member' })
  role!: UserRole;

  @Column({ type: 'text', default: 'active' })
  status!: UserStatus;

  /** Its picture in the storage. */
  @Column({ type: 'uuid', nullable: true })
  imageId!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastSeenAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
