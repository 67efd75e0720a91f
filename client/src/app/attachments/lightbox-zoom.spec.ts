import { describe, expect, it } from '@jest/globals';
import { LightboxZoom } from './lightbox-zoom';

/** A picture of 400 by 200 on a stage of 400 by 400. */
const aZoom = () =>
  new LightboxZoom((scale) => ({ x: (400 * scale - 400) / 2, y: Math.max(0, (200 * scale - 400) / 2) }));

describe('the zoom of a picture', () => {
  it('grows up to six times, and never below the whole', () => {
    const zoom = aZoom();
    zoom.shrink();
    expect([zoom.scale(), zoom.isZoomed()]).toEqual([1, false]);
    for (let time = 0; time < 10; time += 1) zoom.grow();
    expect([zoom.scale(), zoom.canGrow()]).toEqual([6, false]);
    zoom.reset();
    expect(zoom.transform()).toBe('translate(0px, 0px) scale(1)');
  });

  it('keeps what was pointed at where it is', () => {
    const zoom = aZoom();
    zoom.by(3, { x: 100, y: 0 });
    expect(zoom.transform()).toBe('translate(-200px, 0px) scale(3)');
    zoom.by(1 / 3, { x: 100, y: 0 });
    expect(zoom.transform()).toBe('translate(0px, 0px) scale(1)');
  });

  it('goes close and back by turns', () => {
    const zoom = aZoom();
    zoom.toggle({ x: 0, y: 0 });
    expect(zoom.scale()).toBe(2.5);
    zoom.toggle({ x: 50, y: 20 });
    expect(zoom.transform()).toBe('translate(0px, 0px) scale(1)');
  });

  it('is moved no farther than to the edge of the picture', () => {
    const zoom = aZoom();
    zoom.move({ x: 50, y: 50 });
    expect(zoom.transform()).toBe('translate(0px, 0px) scale(1)');
    zoom.toggle({ x: 0, y: 0 });
    zoom.move({ x: 1_000, y: -1_000 });
    expect(zoom.transform()).toBe('translate(300px, -50px) scale(2.5)');
  });
});
