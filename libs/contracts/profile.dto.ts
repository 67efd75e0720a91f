import { IsIn, IsOptional } from 'class-validator';
import { LIMITS } from './limits.js';
import { failsAs, IsBody, IsName } from './text.decorators.js';
import { User } from './user.dto.js';

export const LOCALES = ['en', 'zh'] as const;
export const THEMES = ['light', 'dark', 'device'] as const;
export type Locale = (typeof LOCALES)[number];
export type Theme = (typeof THEMES)[number];

/** What a user says about themselves. */
export class Profile {
  user!: User;
  aboutMe!: string;
  location!: string;
  /** Only in the own profile and for admins. */
  email?: string;
  /** Only in the own profile. */
  locale?: Locale;
  /** Only in the own profile. */
  theme?: Theme;
}

/** Changes to the own profile; what is absent stays. */
export class UpdateProfileDto {
  @IsOptional()
  @IsName(LIMITS.displayName)
  displayName?: string;

  @IsOptional()
  @IsBody({ max: LIMITS.aboutMe })
  aboutMe?: string;

  @IsOptional()
  @IsName({ max: LIMITS.location })
  location?: string;

  @IsOptional()
  @IsIn(LOCALES, failsAs('invalid'))
  locale?: Locale;

  @IsOptional()
  @IsIn(THEMES, failsAs('invalid'))
  theme?: Theme;
}
