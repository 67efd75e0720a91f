import { describe, expect, it } from '@jest/globals';
import { safePlace } from './place-to-return-to';

describe('the place to return to', () => {
  it.each(['/r/jiqixuexi/p/lunwen', '/rooms?pane=browse', '/'])('is an address of this site: %s', (to) => {
    expect(safePlace(to)).toBe(to);
  });

  it.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'rooms', undefined, ['/rooms']])(
    'is home for anything else: %p',
    (to) => {
      expect(safePlace(to)).toBe('/');
    },
  );
});
