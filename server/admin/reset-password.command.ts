import { Command, Option } from 'nest-commander';
import { NamedAccounts } from './people/named-accounts.js';
import { readSecret } from './read-secret.js';
import { TidyCommand } from './tidy-command.js';

/** `reset-password`: a link for somebody, or another password at once. */
@Command({
  name: 'reset-password',
  arguments: '<user>',
  argsDescription: { user: 'Username or e-mail address' },
  description: 'Print a link with which somebody sets another password once, within a day.',
})
export class ResetPasswordCommand extends TidyCommand {
  constructor(private readonly accounts: NamedAccounts) {
    super();
  }

  async run([login = '']: string[], { set = false }: { set?: boolean }): Promise<void> {
    if (set) await this.setPassword(login);
    else await this.makeLink(login);
  }

  @Option({ flags: '--set', description: 'Set the password now, as read from the terminal or from standard input' })
  parseSet(): boolean {
    return true;
  }

  private async setPassword(login: string): Promise<void> {
    const { username } = await this.accounts.setPassword(login, await readSecret(`New password of ${login}: `));
    process.stdout.write(`${username} signs in with this password from now on.\n`);
  }

  private async makeLink(login: string): Promise<void> {
    const { url, expiresAt } = await this.accounts.makePasswordLink(login);
    process.stdout.write(`${url}\nIt works once, until ${expiresAt}.\n`);
  }
}
