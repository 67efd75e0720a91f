import { IsIn } from 'class-validator';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { failsAs, IsBody, IsName } from './text.decorators.js';
import { User } from './user.dto.js';

export const LOCALES = ['en', 'zh'] as const;
export const THEMES = ['light', 'dark', 'device'] as const;
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Locale = (typeof LOCALES)[number];
export type Theme = (typeof THEMES)[number];
export type Density = (typeof DENSITIES)[number];

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
  /** Only in the own profile: how close together things stand. */
  density?: Density;
}

/** Changes to the own profile; what is absent stays. */
export class UpdateProfileDto {
  @Optional()
  @IsName(LIMITS.displayName)
  displayName?: string;

  @Optional()
  @IsBody({ max: LIMITS.aboutMe })
  aboutMe?: string;

  @Optional()
  @IsName({ max: LIMITS.location })
  location?: string;

  @Optional()
  @IsIn(LOCALES, failsAs('invalid'))
  locale?: Locale;

  @Optional()
  @IsIn(THEMES, failsAs('invalid'))
  theme?: Theme;

  @Optional()
  @IsIn(DENSITIES, failsAs('invalid'))
  density?: Density;
}
