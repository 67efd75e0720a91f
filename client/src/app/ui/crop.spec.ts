import { describe, expect, it } from '@jest/globals';
import { dragged, MAX_ZOOM, placement, squareOf, wholeCrop, zoomed } from './crop';

const wide = { width: 1600, height: 900 };
const tall = { width: 600, height: 1000 };
const FRAME = 300;

describe('a square cut from a picture', () => {
  it('begins as the largest in the middle', () => {
    expect(squareOf(wide, wholeCrop(wide))).toEqual({ left: 350, top: 0, side: 900 });
    expect(squareOf(tall, wholeCrop(tall))).toEqual({ left: 0, top: 200, side: 600 });
  });

  it('follows the hand: the picture moves under the frame as far as it was dragged', () => {
    const crop = dragged(wide, wholeCrop(wide), { x: 30, y: 0 }, FRAME);
    expect(squareOf(wide, crop)).toEqual({ left: 260, top: 0, side: 900 });
    expect(placement(wide, crop, FRAME).left - placement(wide, wholeCrop(wide), FRAME).left).toBeCloseTo(30);
  });

  it('never leaves the picture', () => {
    const far = dragged(wide, wholeCrop(wide), { x: 9_000, y: -9_000 }, FRAME);
    expect(squareOf(wide, far)).toEqual({ left: 0, top: 0, side: 900 });
    const corner = dragged(wide, zoomed(wide, wholeCrop(wide), 3), { x: -9_000, y: -9_000 }, FRAME);
    expect(squareOf(wide, corner)).toEqual({ left: 1300, top: 600, side: 300 });
    const { left, top, side } = squareOf(wide, zoomed(wide, corner, 1));
    expect([left, top, side]).toEqual([700, 0, 900]);
  });

  it('zooms around its middle, from all of it to a part', () => {
    expect(squareOf(wide, zoomed(wide, wholeCrop(wide), 3))).toEqual({ left: 650, top: 300, side: 300 });
    expect(zoomed(wide, wholeCrop(wide), 99).zoom).toBe(MAX_ZOOM);
    expect(zoomed(wide, wholeCrop(wide), 0.1).zoom).toBe(1);
  });

  it('is what the frame shows', () => {
    expect(placement(tall, wholeCrop(tall), FRAME)).toEqual({ width: 300, height: 500, left: -0, top: -100 });
  });
});
