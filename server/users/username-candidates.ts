import { LIMITS } from '#contracts/limits.js';

const MOST = 99;

/** Usernames near a taken one, the nearest first: numbered from 2, cut so that name and number fit. */
export function usernameCandidates(username: string): string[] {
  return Array.from({ length: MOST - 1 }, (_, index) => {
    const suffix = `-${String(index + 2)}`;
    return username.slice(0, LIMITS.username.max - suffix.length).replace(/[._-]+$/u, '') + suffix;
  });
}
