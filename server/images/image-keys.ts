export const IMAGE_FOLDER = 'images';
const ENDING = '.webp';

/** Where the bytes of a picture are in the storage. */
export function keyOf(imageId: string): string {
  return `${IMAGE_FOLDER}/${imageId}${ENDING}`;
}

/** The picture that a key belongs to. */
export function imageIdOf(key: string): string {
  return key.slice(IMAGE_FOLDER.length + 1, -ENDING.length);
}
