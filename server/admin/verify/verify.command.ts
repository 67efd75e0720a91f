import { Command, Option } from 'nest-commander';
import { StartupError } from '../../platform/config/startup-error.js';
import { TidyCommand } from '../tidy-command.js';
import { TABLE_HEAD, tableLine } from './check-result.js';
import { Verification } from './verification.js';

/** `verify`: whether everything that is kept is as it must be. Ends with 0 when it is, with 1 when not. */
@Command({
  name: 'verify',
  description:
    'Check everything that is kept, or one room: numbers, keys, read marks, files. The server may run meanwhile.',
})
export class VerifyCommand extends TidyCommand {
  constructor(private readonly verification: Verification) {
    super();
  }

  async run(_: string[], { room }: { room?: string }): Promise<void> {
    const roomId = room === undefined ? undefined : await this.findRoom(room);
    process.stdout.write(`${TABLE_HEAD}\n`);
    const results = await this.verification.run(roomId, (result) => {
      process.stdout.write(`${tableLine(result)}\n`);
    });
    const faults = results.reduce((sum, result) => sum + result.faults, 0);
    process.stdout.write(`${['Nothing is wrong', '1 fault'][faults] ?? `${String(faults)} faults`}.\n`);
    if (faults > 0) process.exitCode = 1;
  }

  @Option({ flags: '--room <slug>', description: 'Only this room' })
  parseRoom(value: string): string {
    return value;
  }

  private async findRoom(slug: string): Promise<string> {
    const id = await this.verification.findRoomId(slug);
    if (id === undefined) throw new StartupError([`There is no room ${slug}.`]);
    return id;
  }
}
