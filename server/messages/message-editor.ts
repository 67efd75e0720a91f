import { Injectable } from '@nestjs/common';
import { Organisation } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { AppError } from '../platform/errors/app-error.js';
import { emptyText } from './empty-text.js';
import { MessageChanger } from './message-changer.js';
import { MessageChangesRepository } from './message-changes.repository.js';
import type { MessageRecord } from './message-record.js';
import { assertCanEdit, assertInWindow } from './message.policy.js';
import { presentMessage } from './message.presenter.js';

/** New texts for stored messages, by their authors. */
@Injectable()
export class MessageEditor {
  constructor(
    private readonly changer: MessageChanger,
    private readonly changes: MessageChangesRepository,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives an own message another text. The same text again changes nothing.
   * @param baseEditedAt when the text that was changed had been written (ISO 8601); absent: whatever is there is replaced
   * @returns the message as it is now
   * @throws AppError `not_found`, `forbidden`, `read_only`, `edit_window_over`, `stale_edit` with the present message
   */
  async edit(
    userId: string,
    messageId: string,
    text: string,
    baseEditedAt: string | undefined,
  ): Promise<MessageRecord> {
    const { editWindowMinutes } = await this.organisation.current();
    return this.changer.change(userId, messageId, assertCanEdit, async (message) => {
      if (message.text === text) return false;
      assertInWindow(message, editWindowMinutes, this.clock.now());
      refuseStale(message, baseEditedAt);
      refuseEmpty(message, text);
      await this.changes.setText(message.id, text);
      return true;
    });
  }
}

function refuseStale(message: MessageRecord, baseEditedAt: string | undefined): void {
  const present = (message.editedAt ?? message.createdAt).getTime();
  if (baseEditedAt === undefined || new Date(baseEditedAt).getTime() === present) return;
  throw new AppError('stale_edit', 'The message was edited meanwhile.', { current: presentMessage(message) });
}

function refuseEmpty(message: MessageRecord, text: string): void {
  if (text.trim() !== '' || message.forwarded || (message.attached?.length ?? 0) > 0) return;
  throw emptyText();
}
