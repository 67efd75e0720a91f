/** Width and height in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Which square of a picture is wanted: its middle in pixels of the picture, and how often it fits the shorter side. */
export interface Crop {
  x: number;
  y: number;
  zoom: number;
}

export const MAX_ZOOM = 5;

/** The largest square in the middle of a picture. */
export function wholeCrop({ width, height }: Size): Crop {
  return { x: width / 2, y: height / 2, zoom: 1 };
}

/** The square in pixels of the picture: always inside it. */
export function squareOf(size: Size, crop: Crop): { left: number; top: number; side: number } {
  const side = Math.min(size.width, size.height) / crop.zoom;
  return { left: crop.x - side / 2, top: crop.y - side / 2, side };
}

/** The crop after the picture was dragged by so many pixels of the screen under a frame of `frame` pixels. */
export function dragged(size: Size, crop: Crop, by: { x: number; y: number }, frame: number): Crop {
  const scale = squareOf(size, crop).side / frame;
  return inside(size, { ...crop, x: crop.x - by.x * scale, y: crop.y - by.y * scale });
}

/** The crop at another zoom, around the same middle as far as the picture reaches. */
export function zoomed(size: Size, crop: Crop, zoom: number): Crop {
  return inside(size, { ...crop, zoom: Math.min(MAX_ZOOM, Math.max(1, zoom)) });
}

/** Where the whole picture lies so that a frame of `frame` pixels shows the crop. */
export function placement(size: Size, crop: Crop, frame: number): Size & { left: number; top: number } {
  const { left, top, side } = squareOf(size, crop);
  const scale = frame / side;
  return { width: size.width * scale, height: size.height * scale, left: -left * scale, top: -top * scale };
}

function inside(size: Size, crop: Crop): Crop {
  const half = squareOf(size, crop).side / 2;
  const within = (middle: number, length: number) => Math.min(length - half, Math.max(half, middle));
  return { ...crop, x: within(crop.x, size.width), y: within(crop.y, size.height) };
}
