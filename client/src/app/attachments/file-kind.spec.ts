import { describe, expect, it } from '@jest/globals';
import { fileKind, splitName } from './file-kind';

describe('the kind of a file', () => {
  it.each([
    ['report.PDF', 'PDF', 4, 'PDF'],
    ['repro-shard-order.ipynb', 'NB', 5, 'Notebook'],
    ['recall.csv', 'CSV', 6, 'CSV'],
    ['logs.tar.gz', 'GZ', 3, 'GZ'],
    ['评测报告.docx', 'DOCX', 2, 'DOCX'],
    ['song.flac', 'FLAC', 8, 'Audio'],
    ['data.parquet', 'PARQ', 6, 'PARQUET'],
    ['unknown.qqq', 'QQQ', 5, 'QQQ'],
    ['Makefile', 'FILE', 7, 'File'],
  ])('of %s is %s in hue %i, called %s', (name, letters, hue, label) => {
    expect(fileKind(name)).toEqual({ letters, hue, label });
  });

  it('is kept whole when a long name is cut in its middle', () => {
    expect(splitName('一个很长的中文文件名-最终版.zip')).toEqual({ head: '一个很长的中文文件名-', tail: '最终版.zip' });
    expect(splitName('a.txt')).toEqual({ head: '', tail: 'a.txt' });
  });
});
