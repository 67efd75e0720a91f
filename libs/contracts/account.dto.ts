import { IsAddress, IsCode, IsNewUsername, lowerCased } from './account.decorators.js';
import { LIMITS } from './limits.js';
import { Optional } from './optional.decorator.js';
import { IsVerbatim } from './text.decorators.js';
import { User } from './user.dto.js';

/** The own account. */
export class OwnAccount extends User {
  email!: string;
}

/** Changes to how one signs in; what is absent stays. */
export class UpdateAccountDto {
  @IsVerbatim({ min: 1, max: LIMITS.password.max })
  password!: string;

  /** The present one goes on leading to the user, and nobody else can take it. */
  @Optional()
  @IsNewUsername()
  username?: string;

  /** Where mail can be sent, another address needs `emailCode`. */
  @Optional()
  @IsAddress()
  email?: string;

  /** The code of `POST /api/users/me/email-codes`. */
  @Optional()
  @IsCode()
  emailCode?: string;
}

/** Takes the own account out of use; only an admin can undo it. */
export class DeactivateAccountDto {
  @IsVerbatim({ min: 1, max: LIMITS.password.max })
  password!: string;

  /** The own username; case does not matter. */
  @lowerCased
  @IsVerbatim({ min: 1, max: LIMITS.username.max })
  confirmUsername!: string;
}
