import { ACCOUNTS } from './account-table.js';
import { ADMIN } from './admin-table.js';
import { ROOMS } from './room-table.js';

/** Every route; each of the tables is tried in a spec of its own. */
export const TABLES = { accounts: ACCOUNTS, rooms: ROOMS, admins: ADMIN };
