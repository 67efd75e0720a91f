import 'reflect-metadata';
import type { DynamicModule } from '@nestjs/common';
import { CommandFactory } from 'nest-commander';
import { prepareConfig } from '../launch/prepare-config.js';
import { withDatabase } from '../launch/with-database.js';
import { StartupError } from '../platform/config/startup-error.js';
import { AppError } from '../platform/errors/app-error.js';

/** What the person who typed the command needs to read. */
function explain(error: unknown): string {
  if (error instanceof StartupError) return error.problems.join('\n');
  if (error instanceof AppError) {
    const fields = (error.details.errors ?? []).map(({ field, message }) => `${field}: ${message}`);
    return fields.length > 0 ? fields.join('\n') : error.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** 1: the command ran and says no. 2: it could not run: wrong words, or no database. */
function fail(error: unknown): void {
  const { code, exitCode } = error as { code?: unknown; exitCode?: number };
  if (String(code).startsWith('commander.')) {
    // Commander has said what is wrong, or printed the help that was asked for.
    process.exitCode = exitCode === 0 ? 0 : 2;
    return;
  }
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = error instanceof AppError ? 1 : 2;
}

/** Runs the command of `process.argv` in the program that the module makes. */
async function runCommand(module: DynamicModule): Promise<void> {
  const app = await CommandFactory.createWithoutRunning(module, {
    logger: ['error'],
    // Commander would call it by the name of this file.
    helpConfiguration: {
      commandUsage: (command) =>
        ['npm run admin --', ...(command.parent ? [command.name()] : []), command.usage()].join(' '),
    },
    serviceErrorHandler: fail,
    // Otherwise a wrong option ends the process at once, and leaves the database that was started for it.
    errorHandler: (error) => {
      throw error;
    },
  });
  try {
    await CommandFactory.runApplication(app);
  } finally {
    await app.close();
  }
}

async function main(): Promise<void> {
  const { CommandsModule } = await import('./commands.module.js');
  const words = process.argv.slice(2);
  const isHelp = words.length === 0 || words.some((word) => ['help', '--help', '-h'].includes(word));
  if (isHelp) {
    await runCommand(CommandsModule.forHelp());
    return;
  }
  const config = prepareConfig({ isCommand: true });
  await withDatabase(config, () => runCommand(CommandsModule.forRoot(config)), {
    mustExist: words[0] !== 'create-owner',
  });
}

await main().catch(fail);
