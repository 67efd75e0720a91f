import type { HealthWarning, HealthWeight } from '#contracts/admin-health.dto.js';
import { isTextKey, t } from '../../language/texts';
import type { IconName } from '../../ui/icon-paths';
import type { Tone } from '../table/status-chip';

/** How a part is doing, as an icon and a word. */
export interface Look {
  tone: Tone;
  icon: IconName;
  text: string;
}

const LOOKS = {
  urgent: { tone: 'bad', icon: 'error-fill' },
  look: { tone: 'warning', icon: 'warning-fill' },
  note: { tone: 'neutral', icon: 'info' },
} as const satisfies Record<HealthWeight, Omit<Look, 'text'>>;

/** The condition in a few words. @param count of what needs a look */
export function conditionOf(count: number): string {
  return count === 0 ? t('admin-health.allWell') : t('admin-health.needLook', { count });
}

/** What is wrong, in a sentence. */
export function sentenceOf({ code, params }: HealthWarning): string {
  const key = `admin-health.warn_${code}`;
  // A newer server may warn of more.
  return isTextKey(key) ? t(key, params) : code;
}

/** How a warning looks, or what has none. */
export function lookOf(warning: HealthWarning | undefined): Look {
  if (warning === undefined) return { tone: 'good', icon: 'check_circle-fill', text: t('admin-health.working') };
  return { ...LOOKS[warning.weight], text: t(`admin-health.weight_${warning.weight}`) };
}

/** What a job does; its name when nobody here knows it. */
export function jobLabel(name: string): string {
  const key = `admin-health.job_${name}`;
  return isTextKey(key) ? t(key) : name;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3 days`, `5 hours`, `12 minutes`: in whole ones of the largest unit. */
export function lasting(seconds: number): string {
  if (seconds >= DAY) return t('admin-health.days', { count: Math.floor(seconds / DAY) });
  if (seconds >= HOUR) return t('admin-health.hours', { count: Math.floor(seconds / HOUR) });
  return t('admin-health.minutes', { count: Math.max(1, Math.floor(seconds / MINUTE)) });
}
