import type { Sharp } from 'sharp';

/** How a kind of picture is written again. */
export interface PictureFormat {
  mime: string;
  /** What names of such files end in, when the upload was of another kind. */
  ending: string;
  /** Whether it can move. */
  canMove: boolean;
  encode(picture: Sharp, facts: { chromaSubsampling?: string | undefined }): Sharp;
}

const JPEG: PictureFormat = {
  mime: 'image/jpeg',
  ending: '.jpg',
  canMove: false,
  encode: (picture, { chromaSubsampling }) =>
    // What JPEG cannot keep see-through becomes white, as on paper.
    picture
      .flatten({ background: '#fff' })
      .jpeg({ quality: 90, chromaSubsampling: chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0' }),
};
const PNG: PictureFormat = {
  mime: 'image/png',
  ending: '.png',
  canMove: false,
  encode: (picture) => picture.png(),
};
const WEBP: PictureFormat = {
  mime: 'image/webp',
  ending: '.webp',
  canMove: true,
  encode: (picture) => picture.webp({ quality: 90, smartSubsample: true }),
};
const GIF: PictureFormat = {
  mime: 'image/gif',
  ending: '.gif',
  canMove: true,
  encode: (picture) => picture.gif(),
};
const AVIF: PictureFormat = {
  mime: 'image/avif',
  ending: '.avif',
  canMove: false,
  encode: (picture) => picture.avif({ quality: 65, effort: 2 }),
};

/** What each kind of picture becomes when it is cleaned; kinds that browsers do not show become others. */
const FORMATS: Readonly<Record<string, PictureFormat>> = {
  'image/jpeg': JPEG,
  'image/png': PNG,
  'image/apng': PNG,
  'image/webp': WEBP,
  'image/gif': GIF,
  'image/avif': AVIF,
  'image/tiff': JPEG,
  'image/heic': JPEG,
  'image/heif': JPEG,
  'image/heic-sequence': JPEG,
  'image/heif-sequence': JPEG,
  'image/jxl': JPEG,
};

/** What a picture of this media type becomes; undefined for what is not treated as a picture. */
export function pictureFormat(mime: string): PictureFormat | undefined {
  return FORMATS[mime];
}
