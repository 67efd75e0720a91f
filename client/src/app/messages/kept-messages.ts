import { inject, Injectable } from '@angular/core';
import { KeepSoon } from '../realtime/keep-soon';
import { Snapshots } from '../realtime/snapshots';
import { SessionStore } from '../sign-in/session-store';
import type { MessageLog } from './message-log';

/** Posts whose newest messages this device keeps. */
const MOST_POSTS = 30;
const SOON_MS = 2_000;

/** Something whose messages are worth keeping. */
interface Source {
  readonly postId: string;
  /** Undefined while there is nothing whole to keep. */
  kept(): MessageLog | undefined;
}

/** The newest messages of the posts read last: shown at once on the next visit, then brought up to date by their rev. */
@Injectable({ providedIn: 'root' })
export class KeptMessages {
  private readonly snapshots = inject(Snapshots);
  private readonly keeps = inject(KeepSoon);
  private readonly session = inject(SessionStore);
  /** Posts that were kept in this visit. */
  private readonly own = new Set<string>();

  async read(postId: string): Promise<MessageLog | undefined> {
    const kept = await this.snapshots.read(this.prefix() + postId);
    return isLog(kept) ? kept : undefined;
  }

  /** Keeps what the source has in a moment: once for many changes. */
  keepSoon(source: Source): void {
    this.keeps.after(SOON_MS, `messages/${source.postId}`, () => void this.keep(source));
  }

  /** The post is no longer for whoever uses this device. */
  forget(postId: string): void {
    this.keeps.drop(`messages/${postId}`);
    void this.snapshots.remove(this.prefix() + postId);
  }

  private async keep(source: Source): Promise<void> {
    const log = source.kept();
    if (log === undefined || this.session.user() === null) return;
    await this.snapshots.write(this.prefix() + source.postId, log);
    if (this.own.has(source.postId)) return;
    this.own.add(source.postId);
    await this.snapshots.keepNewest(this.prefix(), MOST_POSTS);
  }

  private prefix(): string {
    return `${this.session.user()?.id ?? ''}/messages/`;
  }
}

/** What another program kept may have another shape: it is fetched then. */
function isLog(kept: unknown): kept is MessageLog {
  const { rev, items, held } = (kept ?? {}) as Partial<MessageLog>;
  return typeof rev === 'number' && Array.isArray(items) && Array.isArray(held);
}
