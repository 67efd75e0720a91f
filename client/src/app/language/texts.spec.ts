import { computed } from '@angular/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ERROR_STATUS, FIELD_CODES } from '#contracts/error-codes.js';
import { chinese } from '../../i18n/chinese';
import { english } from '../../i18n/english';
import { isTextKey, speak, t, textParts } from './texts';

describe('texts', () => {
  afterEach(() => speak('en', english));

  it('are in the language that is spoken, and change with it', () => {
    const label = computed(() => t('sign-in.signIn'));
    expect(label()).toBe('Sign in');
    speak('zh', chinese);
    expect([label(), document.documentElement.lang]).toEqual(['登录', 'zh-CN']);
  });

  it('take the form that the count asks for, and write it as the language does', () => {
    const wait = (count: number) => t('errors.rate_limited', { count });
    expect([wait(1), wait(1_200)]).toEqual([
      'Too many attempts. Try again in 1 minute.',
      'Too many attempts. Try again in 1,200 minutes.',
    ]);
    speak('zh', chinese);
    expect(wait(1)).toBe('尝试次数过多，请在 1 分钟后重试。');
  });

  it('come in pieces where a name is to stand out, and take a value as it is', () => {
    const parts = textParts('system.room_created', { ownerName: '{roomName} <b>', roomName: 'Lamps' });
    expect(parts.filter(({ name }) => name !== undefined)).toEqual([
      { text: '{roomName} <b>', name: 'ownerName' },
      { text: 'Lamps', name: 'roomName' },
    ]);
  });

  it('know what they do not know', () => {
    expect([isTextKey('errors.busy'), isTextKey('errors.of_tomorrow'), isTextKey('nowhere.at_all')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each(['en', 'zh'] as const)('tell every error of the registry: %s', (language) => {
    speak(language, { en: english, zh: chinese }[language]);
    const keys = [
      ...Object.keys(ERROR_STATUS).map((code) => `errors.${code}`),
      ...FIELD_CODES.map((code) => `fields.${code}`),
    ];
    expect(keys.filter((key) => !isTextKey(key))).toEqual([]);
  });
});
