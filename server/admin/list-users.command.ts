import { Command, Option } from 'nest-commander';
import { type AdminUser, AdminUsersQuery } from '#contracts/admin.dto.js';
import { USER_ROLES, USER_STATUSES, type UserRole, type UserStatus } from '#contracts/user.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { oneOf } from './one-of.js';
import { PeopleList } from './people/people-list.js';
import { TidyCommand } from './tidy-command.js';

type Options = Pick<AdminUsersQuery, 'q' | 'role' | 'status'>;

/** `list-users`: everybody, a line each, by display name. */
@Command({
  name: 'list-users',
  description: 'List the accounts, also of one role or status, or with a part of a name.',
})
export class ListUsersCommand extends TidyCommand {
  constructor(private readonly people: PeopleList) {
    super();
  }

  async run(_: string[], options: Options): Promise<void> {
    let [count, cursor]: [number, string | undefined] = [0, undefined];
    do {
      const wish: AdminUsersQuery = { ...options, limit: LIMITS.pageSize.max, ...(cursor !== undefined && { cursor }) };
      const page = await this.people.list(wish);
      process.stdout.write(page.items.map(lineOf).join(''));
      count += page.items.length;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    process.stdout.write(`${count === 1 ? '1 account' : `${String(count)} accounts`}.\n`);
  }

  @Option({ flags: '--find <text>', name: 'q', description: 'Part of username, display name or e-mail address' })
  parseText(value: string): string {
    return value;
  }

  @Option({ flags: '--role <role>', description: USER_ROLES.join(', ') })
  parseRole(value: string): UserRole {
    return oneOf(USER_ROLES, value, '--role');
  }

  @Option({ flags: '--status <status>', description: USER_STATUSES.join(', ') })
  parseStatus(value: string): UserStatus {
    return oneOf(USER_STATUSES, value, '--status');
  }
}

/** The display name is last: how wide it is, only the terminal knows. */
function lineOf({ username, email, role, status, lastSeenAt, displayName }: AdminUser): string {
  const seen = lastSeenAt?.slice(0, 10) ?? 'never seen';
  const columns = [username.padEnd(20), email.padEnd(30), role.padEnd(6), status.padEnd(11), seen.padEnd(10)];
  return `${[...columns, displayName].join('  ')}\n`;
}
