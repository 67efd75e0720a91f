import { inject, Injectable } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { t } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import { CurrentRoom } from '../rooms/current-room';
import { SessionStore } from '../sign-in/session-store';
import type { Action } from '../ui/action';
import { isLive } from './message-facts';
import { MessageStores } from './message-stores';
import { MessagesApi } from './messages-api';
import { RemovalDialog } from './removal-dialog';

/** What those who keep a room may do with others' messages. The server decides again. */
@Injectable({ providedIn: 'root' })
export class MessageRemovals {
  private readonly current = inject(CurrentRoom);
  private readonly session = inject(SessionStore);
  private readonly api = inject(MessagesApi);
  private readonly stores = inject(MessageStores);
  private readonly people = inject(PeopleStore);
  private readonly dialog = inject(RemovalDialog);

  of(message: Message): Action[] {
    if (!this.canRemove(message)) return [];
    return [{ icon: 'delete', label: t('messages.remove'), isDanger: true, run: () => this.remove(message) }];
  }

  /** Of a removed message its author and those who keep the room are told why. */
  canAskWhy({ state, authorId }: Message): boolean {
    return state === 'removed' && (this.isKeeper() || authorId === this.session.user()?.id);
  }

  private canRemove(message: Message): boolean {
    const isOthers = message.kind === 'text' && message.authorId !== this.session.user()?.id;
    return isOthers && isLive(message) && this.isKeeper() && this.current.room()?.archivedAt === undefined;
  }

  private isKeeper(): boolean {
    const role = this.current.room()?.myRole;
    return role === 'owner' || role === 'moderator';
  }

  /** Asks for the reason first. */
  private async remove(message: Message): Promise<void> {
    const name = this.people.nameOf(message.authorId);
    const removed = await this.dialog.ask(name, (reason) => this.api.remove(message.id, reason));
    if (removed !== undefined) this.stores.take(removed);
  }
}
