import type { Page } from 'playwright-core';
import type { Lanternworks } from '../kit/lanternworks/lanternworks.js';
import type { Size } from './gallery.js';

/** Who looks at a scene: Hanna at work, the owner of the room, somebody without an account, or somebody on the first day. */
export type Viewer = 'hanna' | 'owner' | 'stranger' | 'newcomer';

/** A screen or a state of one, and how to come there. */
export interface Scene {
  name: string;
  path: string;
  viewer?: Viewer;
  /** Only in these windows; in all when absent. */
  sizes?: readonly Size[];
  /** What one does after the page has opened. */
  act?: (page: Page, size: Size, place: Lanternworks) => Promise<unknown>;
}
