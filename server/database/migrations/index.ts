import { Start1763800000000 } from './1763800000000-start.js';

/** Every migration that this program knows, oldest first. */
export const MIGRATIONS = [Start1763800000000];
