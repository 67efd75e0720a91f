import type { User } from '#contracts/user.dto.js';
import { keepText } from '../device/keep-text';

const KEY = 'roomers.user';

/** Who was signed in on this device when it was last seen; null after signing out. */
export function rememberedUser(): User | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as User | null;
  } catch {
    return null;
  }
}

export function rememberUser(user: User): void {
  keepText(KEY, JSON.stringify(user));
}

/** With what is named after them, such as where they have been. What they wrote and did not send stays. */
export function forgetUser(): void {
  const keys = Object.keys(localStorage).filter((key) => key === KEY || key.startsWith(`${KEY}.`));
  for (const key of keys) localStorage.removeItem(key);
}
