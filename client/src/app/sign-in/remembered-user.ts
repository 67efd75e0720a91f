import type { User } from '#contracts/user.dto.js';

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
  localStorage.setItem(KEY, JSON.stringify(user));
}

export function forgetUser(): void {
  localStorage.removeItem(KEY);
}
