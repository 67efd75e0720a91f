import sharp, { type Sharp } from 'sharp';

/** What a planted photograph tells about its maker; none of it may leave the server. */
export const CANARIES = ['CANARY-MAKER', 'CANARY-XMP', 'CANARY-COMMENT', 'Exif', 'http://ns.adobe.com', 'ICC_PROFILE'];

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="CANARY-XMP"/></rdf:RDF></x:xmpmeta>`;

/** Noise: as heavy to read and write as a photograph. */
export function pixels(width: number, height: number): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: '#456', noise: { type: 'gaussian', mean: 120, sigma: 40 } },
  });
}

/** A photograph of a camera that knows where it was, held on its side: EXIF with GPS, XMP, a comment, a colour profile. */
export async function photograph(width = 900, height = 600): Promise<Buffer> {
  const taken = await pixels(width, height)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'CANARY-MAKER' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 3230/100',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 4366/100',
      },
    })
    .withXmp(XMP)
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  return withComment(taken, 'CANARY-COMMENT');
}

/** A JPEG whose head promises more pixels than anybody may unpack, in a few hundred bytes. */
export async function pixelBomb(): Promise<Buffer> {
  const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
    .jpeg()
    .toBuffer();
  const head = small.indexOf(Buffer.from([0xff, 0xc0]));
  small.writeUInt16BE(60_000, head + 5);
  small.writeUInt16BE(60_000, head + 7);
  return small;
}

/** A JPEG with a whole head whose pixels are something else. */
export async function brokenPhotograph(): Promise<Buffer> {
  const whole = await pixels(400, 300).jpeg().toBuffer();
  return whole.subarray(0, Math.floor(whole.length / 3));
}

function withComment(jpeg: Buffer, text: string): Buffer {
  const comment = Buffer.from(text);
  const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), marker, comment, jpeg.subarray(2)]);
}
