import { parseArgs } from 'node:util';
import { FAULTS } from './faults.mjs';
import { PLANTS } from './plants.mjs';

const USAGE = `npm run chaos -- [options]
  --seconds 60     how long people write and things break
  --sends N        instead: until so many messages are acknowledged
  --every 20000    messages between two checkpoints
  --clients 200    people; ten to a room of two posts
  --rate 120       what all of them do a second
  --seed N         the same choices again
  --faults a,b     only kinds whose name has one of these words
  --plant KIND     ${PLANTS.join(', ')}: put this fault before one reader; the run must fail
  --report FILE    where the report is kept after each checkpoint; an unfinished one is gone on with
  --keep           leaves logs and data behind
  --docs           also writes it into docs/reliability.md`;

const NUMBERS = { seconds: 60, sends: 0, every: 20_000, clients: 200, rate: 120, seed: 0 };

const FLAG = { type: 'boolean', default: false };

/** What the words of the command say. Ends the process with the usage when they are wrong. */
export function readOptions(words) {
  try {
    const options = Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, { type: 'string' }]));
    const texts = { faults: { type: 'string' }, plant: { type: 'string' }, report: { type: 'string' } };
    const { values } = parseArgs({ args: words, options: { ...options, ...texts, keep: FLAG, docs: FLAG } });
    return checked({ ...values, ...numbersOf(values) });
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    return process.exit(2);
  }
}

function numbersOf(values) {
  return Object.fromEntries(
    Object.entries(NUMBERS).map(([name, usual]) => {
      const number = values[name] === undefined ? usual : Number(values[name]);
      if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} must be a whole number`);
      return [name, number];
    }),
  );
}

function checked({ plant, faults, seed, ...options }) {
  if (plant !== undefined && !PLANTS.includes(plant)) throw new Error(`--plant is one of ${PLANTS.join(', ')}`);
  const words = faults?.split(',') ?? [''];
  const kinds = Object.keys(FAULTS).filter((kind) => words.some((word) => kind.includes(word)));
  if (kinds.length === 0) throw new Error(`--faults: none of ${Object.keys(FAULTS).join(', ')}`);
  return { ...options, plant, kinds, seed: seed || (Date.now() % 1_000_000) + 1 };
}
