import { IsAddress, IsCode, IsNewUsername } from './account.decorators.js';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { IsName, IsVerbatim } from './text.decorators.js';
import { User } from './user.dto.js';

/** What names a new account. Usernames are stored in lower case. */
export class AccountNames {
  @IsAddress()
  email!: string;

  @IsNewUsername()
  username!: string;

  /** The username when absent. */
  @Optional()
  @IsName(LIMITS.displayName)
  displayName?: string;
}

/** A new account. */
export class RegisterDto extends AccountNames {
  @IsVerbatim({ min: LIMITS.password.min, max: LIMITS.password.max })
  password!: string;

  /** The secret of an invitation, as `POST /api/invites/check` takes it. One for a person names the address. */
  @Optional()
  @IsVerbatim({ max: 200 })
  invite?: string;

  /** The code of `POST /api/auth/email-codes`; needed where addresses must be verified, and checked wherever it is given. */
  @Optional()
  @IsCode()
  emailCode?: string;

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

/** Asks for a code by mail: for registering, for a new password, or for another address. */
export class AskCodeDto {
  @IsAddress()
  email!: string;
}

/** Sets a new password by the code that came by mail; every session of the user ends. */
export class ConfirmPasswordResetDto {
  @IsAddress()
  email!: string;

  @IsCode()
  code!: string;

  @IsVerbatim({ min: LIMITS.password.min, max: LIMITS.password.max })
  newPassword!: string;
}

/** The secret of a link that an admin handed out. */
export class LinkTokenDto {
  @IsVerbatim({ min: 1, max: 200 })
  token!: string;
}

/** Sets a new password by such a link; every session of the user ends. */
export class UsePasswordLinkDto extends LinkTokenDto {
  @IsVerbatim({ min: LIMITS.password.min, max: LIMITS.password.max })
  newPassword!: string;
}

/** Whose password a link sets. */
export class PasswordLinkOwner {
  username!: string;
  displayName!: string;
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
