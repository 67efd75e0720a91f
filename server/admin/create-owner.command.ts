import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { Command, Option } from 'nest-commander';
import { RegisterDto } from '#contracts/auth.dto.js';
import { RegistrationService } from '../auth/registration.service.js';
import { VALIDATION } from '../platform/http/validation.js';
import { readSecret } from './read-secret.js';
import { TidyCommand } from './tidy-command.js';

interface Options {
  email: string;
  username: string;
  displayName?: string;
}

/** `create-owner`: the first account, made without a browser. */
@Command({
  name: 'create-owner',
  description:
    'Make the first account, who owns this Roomers. The password is read from the terminal or from standard input.',
})
export class CreateOwnerCommand extends TidyCommand {
  constructor(private readonly registration: RegistrationService) {
    super();
  }

  async run(_: string[], options: Options): Promise<void> {
    const password = await readSecret('Password of the owner: ');
    const wish = plainToInstance(RegisterDto, { ...options, password });
    const errors = await validate(wish, VALIDATION);
    if (errors.length > 0) throw VALIDATION.exceptionFactory?.(errors) as Error;
    const owner = await this.registration.createOwner(wish);
    process.stdout.write(`${owner.username} owns this Roomers now. Sign in with the password that you gave.\n`);
  }

  @Option({ flags: '--email <address>', description: 'E-mail address', required: true })
  parseEmail(value: string): string {
    return value;
  }

  @Option({ flags: '--username <name>', description: 'Name to sign in with', required: true })
  parseUsername(value: string): string {
    return value;
  }

  @Option({ flags: '--display-name <name>', description: 'Name that others see; the username without it' })
  parseDisplayName(value: string): string {
    return value;
  }
}
