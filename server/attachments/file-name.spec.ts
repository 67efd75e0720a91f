import { describe, expect, it } from '@jest/globals';
import { cleanFileName, withEnding } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['photo.jpg', 'photo.jpg'],
    ['  two  words.txt ', 'two words.txt'],
    ['/etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['folder/', 'file'],
    ['', 'file'],
    ['.', 'file'],
    ['...', 'file'],
    ['\u202e\u0007', 'file'],
    ['.gitignore', '.gitignore'],
    ['cafe\u0301.txt', 'café.txt'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it('has at most 255 code points, with its ending where that is one', () => {
    expect(cleanFileName(`${'𠮷'.repeat(300)}.pdf`)).toBe(`${'𠮷'.repeat(251)}.pdf`);
    expect([...cleanFileName(`a.${'b'.repeat(300)}`)]).toHaveLength(255);
    expect(cleanFileName('x'.repeat(255))).toBe('x'.repeat(255));
  });

  it('takes another ending', () => {
    expect(withEnding('scan.tiff', '.jpg')).toBe('scan.jpg');
    expect(withEnding('scan', '.jpg')).toBe('scan.jpg');
    expect(withEnding('.tiff', '.jpg')).toBe('.tiff.jpg');
  });
});
