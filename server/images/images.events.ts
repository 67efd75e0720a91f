/** A picture is nobody's any more: there is another, or none. */
export class ImageDiscarded {
  constructor(readonly imageId: string) {}
}
