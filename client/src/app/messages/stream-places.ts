import { Injectable } from '@angular/core';
import type { StreamPlace } from './stream-scroll';

/** Where each stream was left that was left above its end, until the page is closed. */
@Injectable({ providedIn: 'root' })
export class StreamPlaces {
  private readonly places = new Map<string, StreamPlace>();

  of(postId: string): StreamPlace | undefined {
    return this.places.get(postId);
  }

  /** @param place undefined for one that was left at its end */
  keep(postId: string, place: StreamPlace | undefined): void {
    if (place === undefined) this.places.delete(postId);
    else this.places.set(postId, place);
  }
}
