import { Start1763800000000 } from './1763800000000-start.js';
import { SharedFiles1795815000000 } from './1795815000000-shared-files.js';

/** Every migration that this program knows, oldest first. */
export const MIGRATIONS = [Start1763800000000, SharedFiles1795815000000];
