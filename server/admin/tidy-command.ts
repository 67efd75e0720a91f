import { CommandRunner } from 'nest-commander';

type Commander = Parameters<CommandRunner['setCommand']>[0];

/** A command that answers wrong words with an error. By itself it would end the process, and leave the database that was started for it. */
export abstract class TidyCommand extends CommandRunner {
  override setCommand(command: Commander): this {
    return super.setCommand(command.exitOverride());
  }
}
