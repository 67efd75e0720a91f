/** The address of the picture of a person, room or post, where there is one, as their answers carry it. */
export function presentImage(imageId: string | null): { imageUrl?: string } {
  return imageId === null ? {} : { imageUrl: `/api/files/images/${imageId}` };
}
