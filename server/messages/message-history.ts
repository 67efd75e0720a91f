import { Injectable } from '@nestjs/common';
import { LIMITS } from '#contracts/limits.js';
import type { MessagePage, MessagesQuery, PostHead } from '#contracts/message.dto.js';
import type { OpenedAck } from '#contracts/socket.dto.js';
import { notFound, validationFailed } from '../platform/errors/app-error.js';
import { PostAccessService } from '../posts/post-access.service.js';
import type { HeadRecord } from './message-record.js';
import { presentMessage } from './message.presenter.js';
import { MessagesBroadcaster } from './messages.broadcaster.js';
import { type ChangedRecord, MessagesRepository } from './messages.repository.js';

function presentHead({ firstSeq, lastSeq, rev }: HeadRecord): PostHead {
  return { firstSeq, lastSeq, rev };
}

/** Messages as they are read: by number, or by what changed. */
@Injectable()
export class MessageHistory {
  constructor(
    private readonly messages: MessagesRepository,
    private readonly posts: PostAccessService,
    private readonly broadcaster: MessagesBroadcaster,
  ) {}

  /**
   * A stretch of a post, ascending; the newest without a place.
   * @throws AppError `not_found`, `validation_failed` for more than one place
   */
  async page(
    userId: string,
    postId: string,
    { limit = LIMITS.pageSize.default, ...place }: MessagesQuery,
  ): Promise<MessagePage> {
    const access = await this.posts.open(userId, postId);
    const places = Object.entries(place as Record<string, number | undefined>).filter(([, seq]) => seq !== undefined);
    if (places.length > 1)
      throw validationFailed(
        places.map(([field]) => ({ field, code: 'invalid', message: 'Give one of before, after and around.' })),
      );
    const opened = await this.messages.page(access.postId, { ...place, limit });
    if (!opened) throw notFound();
    return { items: opened.messages.map(presentMessage), head: presentHead(opened.head) };
  }

  /**
   * Who wrote live messages in a post, the most recent writer first, and how many writers there are in all.
   * @throws AppError `not_found`
   */
  async writers(userId: string, postId: string, limit: number): Promise<{ userIds: string[]; total: number }> {
    const access = await this.posts.open(userId, postId);
    const rows = await this.messages.findWriters(access.postId, limit);
    return { userIds: rows.map((row) => row.userId), total: rows[0]?.total ?? 0 };
  }

  /**
   * The newest messages, or with `rev` each message changed since, once and in its present state.
   * @throws AppError `not_found`
   */
  async open(userId: string, postId: string, rev: number | undefined): Promise<OpenedAck> {
    const access = await this.posts.open(userId, postId);
    const id = access.postId;
    const opened =
      rev === undefined
        ? await this.messages.newest(id, userId, LIMITS.pageSize.default)
        : await this.messages.changedSince(id, userId, rev);
    if (!opened) throw notFound();
    const { head } = opened;
    this.broadcaster.opened(id, head.rev);
    const readSeq = access.room.role === null ? head.lastSeq : Math.max(opened.readSeq ?? 0, head.firstSeq - 1);
    return { head: { ...presentHead(head), readSeq }, ...presentItems(opened, rev) };
  }
}

function presentItems(
  { head, messages }: ChangedRecord,
  rev: number | undefined,
): Pick<OpenedAck, 'items' | 'complete'> {
  const items = (messages ?? []).map(presentMessage);
  return rev === undefined ? { items } : { items, complete: rev <= head.rev && messages !== undefined };
}
