import { afterEach, describe, expect, it } from '@jest/globals';
import { compareNames } from './compare-names';
import { setLanguage } from './language';

describe('names in a list', () => {
  afterEach(() => setLanguage('en'));

  it('stand as the alphabet has them, numbers by their value', () => {
    expect(['Zoe', 'room 10', 'Éva', 'Room 2', 'adam'].sort(compareNames)).toEqual([
      'adam',
      'Éva',
      'Room 2',
      'room 10',
      'Zoe',
    ]);
  });

  it('stand by pinyin in Chinese', () => {
    setLanguage('zh');
    expect(['张伟', '李娜', '陈思远', '王磊', '阿里'].sort(compareNames)).toEqual([
      '阿里',
      '陈思远',
      '李娜',
      '王磊',
      '张伟',
    ]);
  });
});
