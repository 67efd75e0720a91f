const UNITS = ['B', 'KB', 'MB', 'GB'];
const STEP = 1024;

/** `184 KB`, `2.1 MB`. */
export function fileSize(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(STEP)));
  const value = bytes / STEP ** power;
  return `${value >= 10 || power === 0 ? Math.round(value) : Math.round(value * 10) / 10} ${UNITS[power] ?? 'B'}`;
}
