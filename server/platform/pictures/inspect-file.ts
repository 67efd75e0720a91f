import { detectMediaType } from './media-type.js';
import { pictureFormat } from './picture-formats.js';
import { measurePicture } from './pictures.js';

/** What a file is by its content. */
export interface FileFacts {
  mime: string;
  /** Upright pixels of a picture that is to be cleaned; absent for what is downloaded as it is. */
  picture?: { width: number; height: number };
}

/**
 * Finds out what a file is. A picture that cannot be cleaned is refused and not kept as a plain file: it could tell
 * where it was taken.
 * @throws AppError `file_unusable` for a broken picture, one of a kind that cannot be read, or too many pixels
 */
export async function inspectFile(path: string): Promise<FileFacts> {
  const mime = await detectMediaType(path);
  if (!pictureFormat(mime)) return { mime };
  const { width, height, frames } = await measurePicture(path);
  // Several pages of TIFF are a scanned document; as one picture all but the first would be lost.
  return mime === 'image/tiff' && frames > 1 ? { mime } : { mime, picture: { width, height } };
}
