import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Density, Locale, Theme } from '#contracts/profile.dto.js';

/** What a user says about themselves and prefers; made with the account. */
@Entity('profiles')
@Check('ck_profiles_density', `density in ('comfortable', 'compact')`)
export class ProfileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_profiles' })
  @ForeignKey('users', { name: 'fk_profiles_user', onDelete: 'CASCADE' })
  userId!: string;

  @Column({ type: 'text', default: '' })
  aboutMe!: string;

  @Column({ type: 'text', default: '' })
  location!: string;

  @Column({ type: 'text', default: 'en' })
  locale!: Locale;

  @Column({ type: 'text', default: 'device' })
  theme!: Theme;

  @Column({ type: 'text', default: 'comfortable' })
  density!: Density;
}
