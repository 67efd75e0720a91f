import { Transform } from 'class-transformer';
import { IsEmail, IsNotIn, Matches } from 'class-validator';
import { LIMITS, RESERVED_USERNAMES } from './limits.js';
import { Optional } from './optional.decorator.js';
import { failsAs, IsName, IsVerbatim } from './text.decorators.js';
import { User } from './user.dto.js';

const lowerCased = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim().toLowerCase() : value,
);

/** A new account. Usernames are stored in lower case. */
export class RegisterDto {
  @IsName({ max: LIMITS.email })
  @IsEmail({}, failsAs('invalid', 'Enter a full address, such as lei@example.org.'))
  email!: string;

  @lowerCased
  @IsVerbatim(LIMITS.username)
  @Matches(
    /^[a-z0-9][a-z0-9._-]*$/u,
    failsAs('invalid', 'Use letters a to z, digits, dot, hyphen or underscore; begin with a letter or digit.'),
  )
  @IsNotIn(RESERVED_USERNAMES, failsAs('username_reserved', 'This name is kept for Roomers itself.'))
  username!: string;

  @IsVerbatim({ min: LIMITS.password.min, max: LIMITS.password.max })
  password!: string;

  /** The username when absent. */
  @Optional()
  @IsName(LIMITS.displayName)
  displayName?: string;

  /** An invitation's secret; invitations come with a later release, so any value is refused. */
  @Optional()
  @IsVerbatim({ max: 200 })
  invite?: string;

  /** Needed by the first account when the server listens beyond loopback: the start prints it. */
  @Optional()
  @IsVerbatim({ max: 100 })
  setupCode?: string;
}

/** Who signs in. */
export class LoginDto {
  /** E-mail address or username, without regard to case. */
  @IsVerbatim({ min: 1, max: LIMITS.email })
  login!: string;

  @IsVerbatim({ min: 1, max: LIMITS.password.max })
  password!: string;
}

/** Changes the password; every other session of the user ends. */
export class ChangePasswordDto {
  @IsVerbatim({ min: 1, max: LIMITS.password.max })
  oldPassword!: string;

  @IsVerbatim({ min: LIMITS.password.min, max: LIMITS.password.max })
  newPassword!: string;
}

/** A session that has begun or gone on: the bearer token; the refresh token travels in a cookie only. */
export class Authenticated {
  user!: User;
  /** Bearer token for ten minutes. */
  accessToken!: string;
  /** When `accessToken` expires. */
  expiresAt!: string;
}

/** One place where the user is signed in. */
export class Session {
  id!: string;
  /** The session that asks. */
  current!: boolean;
  userAgent!: string;
  ip!: string;
  createdAt!: string;
  lastSeenAt!: string;
}

/** The sessions of the user, the latest used first. */
export class SessionPage {
  items!: Session[];
}
