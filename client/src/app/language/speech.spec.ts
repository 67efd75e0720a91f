import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { english } from '../../i18n/english';
import { language } from './language';
import { browserLanguage, change, keepLanguage, keptLanguage } from './speech';
import { speak } from './texts';

describe('the language of the interface', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => speak('en', english));

  it.each([
    [['zh-CN', 'en'], 'zh'],
    [['zh-Hant-TW'], 'zh'],
    [['de', 'en-US', 'zh'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('is the first of the browser that we speak: %j is %s', (languages, locale) => {
    expect(browserLanguage(languages)).toBe(locale);
  });

  it('is kept on the device; what is no language counts for nothing', () => {
    expect(keptLanguage()).toBeUndefined();
    keepLanguage('zh');
    expect(keptLanguage()).toBe('zh');
    localStorage.setItem('roomers.language', 'klingon');
    expect(keptLanguage()).toBeUndefined();
  });

  it('is the last one wished for when texts overtake each other', async () => {
    await Promise.all([change('zh'), change('en')]);
    expect(language()).toBe('en');
  });
});
