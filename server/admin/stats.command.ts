import { Command } from 'nest-commander';
import { Stats } from './health/stats.js';
import { PeopleList } from './people/people-list.js';
import { TidyCommand } from './tidy-command.js';

const MIB = 1024 * 1024;

/** `stats`: how much there is. */
@Command({ name: 'stats', description: 'Count people, rooms, posts, messages and files.' })
export class StatsCommand extends TidyCommand {
  constructor(
    private readonly stats: Stats,
    private readonly people: PeopleList,
  ) {
    super();
  }

  async run(): Promise<void> {
    const [people, amounts] = [await this.people.counts(), await this.stats.read()];
    const lines: [string, string][] = [
      [
        'people',
        `${String(people.total)} (${String(people.active)} active, ${String(people.deactivated)} deactivated)`,
      ],
      ['owner and admins', String(people.admins)],
      ['rooms', `${String(amounts.rooms)} (${String(amounts.archivedRooms)} archived)`],
      ['posts', String(amounts.posts)],
      ['messages', String(amounts.messages)],
      ['files', `${String(amounts.files)} (${mebibytes(amounts.fileBytes)})`],
      ['database', mebibytes(amounts.databaseBytes)],
    ];
    process.stdout.write(lines.map(([name, value]) => `${name.padEnd(18)}${value}\n`).join(''));
  }
}

function mebibytes(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}
