import type { User } from '#contracts/user.dto.js';
import { followDevice, keepText } from '../device/device-storage';

const KEY = 'roomers.user';
/** Somebody signed out here, and the server did not hear it. */
const LEAVING_KEY = 'roomers.leaving';

/** Who was signed in on this device when it was last seen; null after signing out. */
export function rememberedUser(): User | null {
  return read(localStorage.getItem(KEY));
}

export function rememberUser(user: User): void {
  // Without room for it at least nobody else is taken for them.
  if (!keepText(KEY, JSON.stringify(user)) && rememberedUser()?.id !== user.id) forgetUser();
  localStorage.removeItem(LEAVING_KEY);
}

/** With what is named after them, such as where they have been. What they wrote and did not send stays. */
export function forgetUser(): void {
  const keys = Object.keys(localStorage).filter((key) => key === KEY || key.startsWith(`${KEY}.`));
  for (const key of keys) localStorage.removeItem(key);
}

/** Who is signed in was changed in another window; null when they signed out there. */
export function followUser(changed: (userId: string | null) => void): void {
  followDevice((key, text) => {
    if (key === KEY) changed(read(text)?.id ?? null);
  });
}

export function rememberLeaving(isLeaving: boolean): void {
  keepText(LEAVING_KEY, isLeaving ? 'yes' : '');
}

export function isLeaving(): boolean {
  return localStorage.getItem(LEAVING_KEY) !== null;
}

function read(text: string | null): User | null {
  try {
    return JSON.parse(text ?? 'null') as User | null;
  } catch {
    return null;
  }
}
