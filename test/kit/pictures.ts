import sharp from 'sharp';

/** A small real picture, as PNG. */
export async function checkeredPng(width = 320, height = 200): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const isDark = (Math.floor((at % width) / 20) + Math.floor(at / width / 20)) % 2 === 0;
    pixels.fill(isDark ? 40 : 220, at * 3, at * 3 + 3);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
