import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { Environment } from './environment.js';
import { mailProblems } from './mail-address.js';
import { s3Problems } from './s3-address.js';
import { StartupError } from './startup-error.js';

type Variables = Readonly<Record<string, string | undefined>>;

// Every variable has a rule, and every rule knows the name of its variable.
const RULES = getMetadataStorage().getTargetValidationMetadatas(Environment, '', false, false);
const NAMES = new Set(RULES.map(({ propertyName }) => propertyName));

/**
 * Checks `variables` and gives them their types.
 * @throws StartupError with one line for each thing that is wrong, all of them at once
 */
export function parseEnvironment(variables: Variables): Environment {
  const given = Object.entries(variables).filter(([name, value]) => NAMES.has(name) && value?.trim());
  const environment = plainToInstance(Environment, Object.fromEntries(given), { exposeDefaultValues: true });
  const problems = validateSync(environment).flatMap((error) => Object.values(error.constraints ?? {}).slice(0, 1));
  problems.push(...conflicts(environment));
  if (problems.length > 0) throw new StartupError(problems);
  return environment;
}

/** The variables of this process; those of the file `.env` stand behind them. */
export function readEnvironment(file = '.env'): Environment {
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return parseEnvironment({ ...fromFile, ...process.env });
}

function conflicts(environment: Environment): string[] {
  const problems: string[] = [];
  if (environment.ROLE !== 'all' && !environment.DATABASE_URL)
    problems.push(`ROLE=${environment.ROLE} needs DATABASE_URL: the embedded database belongs to one process`);
  if (environment.ROLE !== 'all' && !environment.SECRET_KEY)
    problems.push(`ROLE=${environment.ROLE} needs SECRET_KEY: every process must sign with the same key`);
  else if (environment.REDIS_URL && !environment.SECRET_KEY)
    problems.push('REDIS_URL needs SECRET_KEY: every node must sign with the same key');
  return [...problems, ...s3Problems(environment), ...mailProblems(environment)];
}
