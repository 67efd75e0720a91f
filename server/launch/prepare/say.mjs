/** Progress goes to stderr, so that a script that reads an answer of `npm run admin` gets only the answer. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends the program with one clear line. */
export function fail(text) {
  say(text);
  process.exit(1);
}
