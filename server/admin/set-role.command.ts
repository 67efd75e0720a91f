import { Command } from 'nest-commander';
import { USER_ROLES } from '#contracts/user.dto.js';
import { oneOf } from './one-of.js';
import { NamedAccounts } from './people/named-accounts.js';
import { TidyCommand } from './tidy-command.js';

/** `set-role`: another role for somebody. */
@Command({
  name: 'set-role',
  arguments: '<user> <role>',
  argsDescription: { user: 'Username or e-mail address', role: USER_ROLES.join(', ') },
  description: 'Give somebody a role. A new owner takes the place of the one before, who is an admin then.',
})
export class SetRoleCommand extends TidyCommand {
  constructor(private readonly accounts: NamedAccounts) {
    super();
  }

  async run([login = '', wish]: string[]): Promise<void> {
    const role = oneOf(USER_ROLES, wish, 'The role');
    const { username } = await this.accounts.setRole(login, role);
    process.stdout.write(`${username} is ${role} now.\n`);
  }
}
