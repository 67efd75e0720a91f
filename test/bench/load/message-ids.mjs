// Numbers of messages inside their `clientId`, and how to find them in a frame without reading it whole.

const NEEDLE = Buffer.from('"clientId":"');
const LENGTH = 36;
const DIGITS = 12;

/** Which run a message belongs to: frames of an earlier one that come late are not counted. @param {number} run */
export const runPrefix = (run) => `${run.toString(16).padStart(8, '0')}-0000-7000-8000-`;

/** @param {string} prefix of `runPrefix` @param {number} index */
export const clientIdOf = (prefix, index) => prefix + index.toString(16).padStart(DIGITS, '0');

/** Calls `found` with the index of each message of the run that a frame holds, in its order. @param {Buffer} frame */
export function eachIndex(frame, prefix, found) {
  for (let at = frame.indexOf(NEEDLE); at !== -1; at = frame.indexOf(NEEDLE, at + LENGTH)) {
    at += NEEDLE.length;
    const id = frame.latin1Slice(at, at + LENGTH);
    if (id.startsWith(prefix)) found(Number.parseInt(id.slice(-DIGITS), 16));
  }
}
