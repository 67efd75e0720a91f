import { effect, inject, Injectable, linkedSignal, type Signal, signal, untracked } from '@angular/core';
import type { FileKind, SharedFile, SharedFilePage } from '#contracts/attachment.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { PeopleStore } from '../profiles/people-store';
import { Api } from '../realtime/api';
import { ChatSocket } from '../realtime/chat-socket';
import { FileNews } from './file-news';

const PAGE = 30;
/** Several files that come together are one reason to ask. */
const GATHER_MS = 300;

/** The files of a room or of a post, newest first, a page at a time; asked for again when some came or went. */
@Injectable()
export class FilePages {
  private readonly api = inject(Api);
  private readonly people = inject(PeopleStore);
  private readonly news = inject(FileNews);
  private readonly socket = inject(ChatSocket);
  private readonly place = signal<string | undefined>(undefined);

  readonly kind = linkedSignal<string | undefined, FileKind | undefined>({
    source: this.place,
    computation: () => undefined,
  });
  readonly items = signal<readonly SharedFile[]>([]);
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  /** Of all kinds together. */
  readonly total = signal(0);
  private readonly cursor = signal<string | undefined>(undefined);
  readonly hasMore = this.cursor.asReadonly();
  private loading: Promise<void> | undefined;
  /** Of the last question: only its answer counts. */
  private turn = 0;

  constructor() {
    effect(() => {
      this.place();
      this.kind();
      untracked(() => {
        this.items.set([]);
        this.state.set('loading');
      });
    });
    effect((onCleanup) => {
      const place = this.place();
      this.kind();
      this.socket.connections();
      if (place === undefined) return;
      const wait = this.news.of(place) > 0 ? GATHER_MS : 0;
      const timer = setTimeout(() => void this.load(), wait);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Where the files are from, `/rooms/<id>` or `/posts/<id>`; called once, in an injection context. */
  follow(place: Signal<string>): void {
    effect(() => this.place.set(place()));
  }

  /** As many as are shown, anew. */
  async load(): Promise<void> {
    const limit = Math.min(LIMITS.pageSize.max, Math.max(PAGE, this.items().length));
    this.loading = this.ask({ limit }, (page) => page.items);
    await this.loading;
  }

  /** From where the list ends by then. */
  async more(): Promise<void> {
    await this.loading;
    await this.ask({ limit: PAGE, cursor: this.cursor() }, (page) => [...this.items(), ...page.items]);
  }

  private async ask(
    query: { limit: number; cursor?: string | undefined },
    merge: (page: SharedFilePage) => readonly SharedFile[],
  ): Promise<void> {
    const [place, kind, turn] = [this.place(), this.kind(), (this.turn += 1)];
    const isStale = () => place !== this.place() || kind !== this.kind() || turn !== this.turn;
    try {
      const page = await this.api.get<SharedFilePage>(`${place ?? ''}/files`, { ...query, kind });
      if (isStale()) return;
      this.people.need(page.items.map(({ authorId }) => authorId));
      this.items.set(merge(page));
      this.cursor.set(page.nextCursor);
      if (kind === undefined) this.total.set(page.total ?? page.items.length);
      this.state.set('ready');
    } catch {
      if (!isStale()) this.state.set('failed');
    }
  }
}
