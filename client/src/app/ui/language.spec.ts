import { describe, expect, it } from '@jest/globals';
import { setLanguage } from '../language/language';
import { languageOf } from './language';

describe('the language of a text', () => {
  it('is Chinese when most of its letters are', () => {
    expect(languageOf('评测跑完了')).toBe('zh');
    expect(languageOf('读论文: MoD')).toBe('zh');
  });

  it('is left open otherwise', () => {
    expect(languageOf('Machine Learning 机器学习')).toBeNull();
    expect(languageOf('12:30 👍')).toBeNull();
  });

  it('is some other one in a Chinese interface, unless there are no letters', () => {
    setLanguage('zh');
    expect([languageOf('Machine Learning 机器学习'), languageOf('12:30 👍'), languageOf('读论文')]).toEqual([
      '',
      null,
      'zh',
    ]);
    setLanguage('en');
  });
});
