/**
 * Keeps a text on this device over reloads, an empty one not at all. False where there is no room for it or keeping is
 * forbidden: then it holds as long as the page.
 */
export function keepText(key: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
