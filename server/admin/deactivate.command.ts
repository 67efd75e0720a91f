import { Command } from 'nest-commander';
import { NamedAccounts } from './people/named-accounts.js';
import { TidyCommand } from './tidy-command.js';

/** `deactivate`: an account out of use. */
@Command({
  name: 'deactivate',
  arguments: '<user>',
  argsDescription: { user: 'Username or e-mail address' },
  description: 'Take an account out of use. It is signed out everywhere; what it wrote stays.',
})
export class DeactivateCommand extends TidyCommand {
  constructor(private readonly accounts: NamedAccounts) {
    super();
  }

  async run([login = '']: string[]): Promise<void> {
    const { username } = await this.accounts.deactivate(login);
    process.stdout.write(`${username} is out of use, and signed out everywhere.\n`);
  }
}
