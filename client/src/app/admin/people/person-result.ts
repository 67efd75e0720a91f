import type { AdminUser, BulkResult } from '#contracts/admin.dto.js';
import type { ServerError } from '../../realtime/server-error';

/** What became of somebody. */
export interface PersonResult extends Omit<BulkResult, 'code'> {
  code?: ServerError['code'];
  person: AdminUser;
}
