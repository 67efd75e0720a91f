import { inject, Injectable } from '@angular/core';
import type { AdminMessage } from '#contracts/admin-content.dto.js';
import { PagedList } from '../table/paged-list';
import { AdminMessagesApi, type MessagesQuery } from './admin-messages-api';

/** Messages that the admin may read, as the console lists them. */
@Injectable({ providedIn: 'root' })
export class AdminMessageList {
  private readonly api = inject(AdminMessagesApi);
  readonly list = new PagedList<AdminMessage, MessagesQuery>((query, cursor, limit) =>
    this.api.page(query, cursor, limit),
  );
}
