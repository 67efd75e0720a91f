import { type Crop, type Size, squareOf } from './crop';

const MOST_PIXELS = 1_024;
const QUALITY = 0.9;

/** A picture that the browser can show, turned as its camera meant it. @throws when it is none */
export async function readPicture(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  if (image.naturalWidth === 0 || image.naturalHeight === 0) throw new Error('The picture has no size');
  return image;
}

export function sizeOf({ naturalWidth, naturalHeight }: HTMLImageElement): Size {
  return { width: naturalWidth, height: naturalHeight };
}

/** The chosen square as a file of its own, at most 1,024 pixels a side; WebP, where the browser cannot write that JPEG. */
export async function cutPicture(image: HTMLImageElement, crop: Crop): Promise<Blob> {
  const { left, top, side } = squareOf(sizeOf(image), crop);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.max(1, Math.min(MOST_PIXELS, Math.round(side)));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser cannot draw');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, left, top, side, side, 0, 0, canvas.width, canvas.height);
  const webp = await encoded(canvas, 'image/webp');
  return webp.type === 'image/webp' ? webp : encoded(onWhite(canvas, context), 'image/jpeg');
}

/** JPEG knows no transparency: what shows through would be black. */
function onWhite(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): HTMLCanvasElement {
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

async function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
  if (blob === null) throw new Error('The picture could not be written');
  return blob;
}
