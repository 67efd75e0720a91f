import sharp, { type Metadata, type Sharp } from 'sharp';
import { LIMITS } from '#contracts/limits.js';
import { AppError } from '../errors/app-error.js';
import type { PictureFormat } from './picture-formats.js';

/** All frames of a moving picture together: what unpacking it may cost. */
const MOST_PIXELS_IN_FRAMES = 100_000_000;
const THUMBNAIL = { width: 720, height: 480, fit: 'inside', withoutEnlargement: true } as const;
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff', 'Jxl'];

// One thread a picture: the worker runs several, and requests need the processor too.
sharp.concurrency(1);
sharp.cache({ memory: 16, files: 0, items: 20 });
// What reads drawings, documents and scientific formats is not needed, so nothing can reach its faults.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS.map((loader) => `VipsForeignLoad${loader}`) });

/** A picture as it stands upright. */
export interface PictureFacts {
  width: number;
  height: number;
  /** Pages or frames. */
  frames: number;
}

/**
 * Reads only the head of a picture.
 * @throws AppError `file_unusable` when it cannot be read or has more pixels than one may unpack
 */
export async function measurePicture(path: string): Promise<PictureFacts> {
  const { autoOrient, pages = 1 } = await head(path);
  const { width, height } = autoOrient;
  if (width * height > LIMITS.imagePixels || width * height * pages > MOST_PIXELS_IN_FRAMES) throw tooManyPixels();
  return { width, height, frames: pages };
}

/**
 * Writes a picture again, upright, in sRGB and with nothing of what its camera or program wrote beside the pixels.
 * @returns bytes and pixels of the result; undefined when the picture cannot be read to its end
 */
export async function cleanPicture(
  from: string,
  to: string,
  format: PictureFormat,
): Promise<{ size: number; width: number; height: number } | undefined> {
  return unlessBroken(async () => {
    const { pages = 1, chromaSubsampling } = await read(from).metadata();
    const isMoving = format.canMove && pages > 1;
    const picture = isMoving ? read(from, MOST_PIXELS_IN_FRAMES, true) : read(from).autoOrient();
    const { size, width, height, pageHeight } = await format.encode(picture, { chromaSubsampling }).toFile(to);
    return { size, width, height: isMoving ? (pageHeight ?? height) : height };
  });
}

/** Writes a small still picture of a cleaned one, as WebP; false when it cannot be read. */
export async function makeThumbnail(from: string, to: string): Promise<boolean> {
  const made = await unlessBroken(() => read(from).resize(THUMBNAIL).webp({ quality: 80 }).toFile(to));
  return made !== undefined;
}

/** What a picture is cut to. */
export interface PictureShape {
  /** Most pixels of a side. */
  side: number;
  /** A square from its middle; else the whole of it. */
  isSquare: boolean;
}

/**
 * Writes a still picture again as WebP in another shape, never larger than it is: upright, in sRGB, with nothing beside the pixels.
 * @param picture its pixels, upright
 * @returns false when it cannot be read to its end
 */
export async function reshapePicture(
  from: string,
  to: string,
  picture: { width: number; height: number },
  { side, isSquare }: PictureShape,
): Promise<boolean> {
  const most = isSquare ? Math.min(side, picture.width, picture.height) : side;
  const size = { width: most, height: most, fit: isSquare ? 'cover' : 'inside', withoutEnlargement: true } as const;
  const made = await unlessBroken(() => read(from).autoOrient().resize(size).webp({ quality: 85 }).toFile(to));
  return made !== undefined;
}

function read(path: string, limitInputPixels: number = LIMITS.imagePixels, animated = false): Sharp {
  return sharp(path, { limitInputPixels, animated, failOn: 'error' });
}

async function head(path: string): Promise<Metadata> {
  try {
    return await read(path).metadata();
  } catch (error) {
    if (/pixel limit/u.test(String(error))) throw tooManyPixels();
    throw new AppError('file_unusable', 'This picture cannot be read. Save it again, as JPEG or PNG.');
  }
}

function tooManyPixels(): AppError {
  const most = Math.floor(LIMITS.imagePixels / 1_000_000);
  return new AppError('file_unusable', `A picture has at most ${String(most)} megapixels.`);
}

/** What the disk says is thrown, and the job is tried again; what sharp says of the picture is not. */
async function unlessBroken<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (
      /ENOSPC|ENOENT|EACCES|EMFILE|No space left|unable to open|is missing|write error|out of memory/iu.test(
        String(error),
      )
    )
      throw error;
    return undefined;
  }
}
