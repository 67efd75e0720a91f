import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Create, type Sharp } from 'sharp';
import { inspectFile } from './inspect-file.js';
import { pictureFormat } from './picture-formats.js';
import { cleanPicture, makeThumbnail, measurePicture } from './pictures.js';

describe('pictures', () => {
  let folder = '';
  let count = 0;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'roomers-pictures-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const path = (): string => join(folder, String((count += 1)));
  const stored = (bytes: Buffer): string => {
    const at = path();
    writeFileSync(at, bytes);
    return at;
  };
  const plain = (width: number, height: number): Create => ({ width, height, channels: 3, background: '#678' });
  const blank = (width: number, height: number): Sharp => sharp({ create: plain(width, height) });
  const refusal = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'taken',
      (error: unknown) => (error as { code: string }).code,
    );

  it('are measured upright, in every orientation', async () => {
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const at = stored(await blank(30, 20).withMetadata({ orientation }).jpeg().toBuffer());
      const { width, height } = await measurePicture(at);
      expect([orientation, width, height]).toEqual(orientation <= 4 ? [orientation, 30, 20] : [orientation, 20, 30]);
    }
  });

  it('have at most 40 megapixels, told from their head', async () => {
    expect(await refusal(measurePicture(stored(await blank(8_000, 5_000).png().toBuffer())))).toBe('taken');
    expect(await refusal(measurePicture(stored(await blank(8_001, 5_000).png().toBuffer())))).toBe('file_unusable');
  });

  it('of which many move together have their own limit', async () => {
    expect(await measurePicture(stored(gif(5_000, 5_000, 4)))).toEqual({ width: 5_000, height: 5_000, frames: 4 });
    expect(await refusal(measurePicture(stored(gif(5_000, 5_000, 5))))).toBe('file_unusable');
  });

  it('are read only where that is meant: drawings are never unpacked', async () => {
    const drawing = stored(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'));
    expect(await refusal(measurePicture(drawing))).toBe('file_unusable');
    expect(await inspectFile(drawing)).toEqual({ mime: 'text/plain' });
  });

  it('of several pages are documents', async () => {
    const [one, two] = [await blank(20, 10).png().toBuffer(), await blank(20, 10).png().toBuffer()];
    const pages = await sharp([one, two], { join: { animated: true } })
      .tiff()
      .toBuffer();
    const single = await blank(20, 10).tiff().toBuffer();
    expect(await inspectFile(stored(pages))).toEqual({ mime: 'image/tiff' });
    expect(await inspectFile(stored(single))).toEqual({ mime: 'image/tiff', picture: { width: 20, height: 10 } });
  });

  it('of kinds that cannot be cleaned are refused, since they tell where they were taken', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)]);
    expect(await refusal(inspectFile(stored(heic)))).toBe('file_unusable');
  });

  it('that end early are not cleaned', async () => {
    const whole = await blank(300, 200).jpeg().toBuffer();
    const jpeg = pictureFormat('image/jpeg')!;
    expect(await cleanPicture(stored(whole), path(), jpeg)).toMatchObject({ width: 300, height: 200 });
    expect(await cleanPicture(stored(whole.subarray(0, whole.length - 40)), path(), jpeg)).toBeUndefined();
  });

  it('that are not there are another fault, for which the job is tried again', async () => {
    await expect(cleanPicture(join(folder, 'nowhere'), path(), pictureFormat('image/jpeg')!)).rejects.toThrow();
    const jpeg = stored(await blank(30, 20).jpeg().toBuffer());
    await expect(cleanPicture(jpeg, join(folder, 'no/folder'), pictureFormat('image/jpeg')!)).rejects.toThrow();
  });

  it('have a small one of at most 720 by 480 that is never larger than they are', async () => {
    for (const [from, to] of [
      [
        [3_000, 1_000],
        [720, 240],
      ],
      [
        [1_000, 3_000],
        [160, 480],
      ],
      [
        [90, 60],
        [90, 60],
      ],
    ] as const) {
      const small = path();
      expect(await makeThumbnail(stored(await blank(from[0], from[1]).png().toBuffer()), small)).toBe(true);
      const { width, height } = await sharp(small).metadata();
      expect([width, height]).toEqual(to);
    }
  });

  it('keep what is see-through where their kind can, and become white where it cannot', async () => {
    const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const to = path();
    await cleanPicture(stored(clear), to, pictureFormat('image/tiff')!);
    expect((await sharp(to).stats()).channels[0]?.min).toBeGreaterThan(250);
    const png = path();
    await cleanPicture(stored(await sharp(clear).png().toBuffer()), png, pictureFormat('image/png')!);
    expect((await sharp(png).metadata()).hasAlpha).toBe(true);
  });
});

/** A moving picture whose frames end after their first pixel: few bytes for as many pixels as one likes. */
function gif(width: number, height: number, frames: number): Buffer {
  const size = Buffer.from([width & 255, width >> 8, height & 255, height >> 8]);
  const head = Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255])]);
  const start = Buffer.from([0x21, 0xf9, 4, 0, 9, 0, 0, 0, 0x2c, 0, 0, 0, 0]);
  const frame = Buffer.concat([start, size, Buffer.from([0, 2, 2, 0x44, 1, 0])]);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}
