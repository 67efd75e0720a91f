import { Start1763800000000 } from './1763800000000-start.js';
import { SharedFiles1795815000000 } from './1795815000000-shared-files.js';
import { PostWriters1795816000000 } from './1795816000000-post-writers.js';
import { Images1795817000000 } from './1795817000000-images.js';
import { WhoResolved1795818000000 } from './1795818000000-who-resolved.js';

/** Every migration that this program knows, oldest first. */
export const MIGRATIONS = [
  Start1763800000000,
  SharedFiles1795815000000,
  PostWriters1795816000000,
  Images1795817000000,
  WhoResolved1795818000000,
];
