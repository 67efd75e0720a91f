import { computed, inject, Injectable, signal } from '@angular/core';
import { SessionStore } from '../sign-in/session-store';
import { followDevice, keepText } from '../device/device-storage';

const TOLD_AFTER_MS = 800;

/** What was begun in each post; stays on this device over reloads and a lost session. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(SessionStore);
  private readonly prefix = computed(() => `roomers.draft.${this.session.user()?.id ?? ''}.`);
  /** What the device had no room for: kept as long as the page. */
  private readonly unstored = new Map<string, string>();
  /** Rises when a draft begins, ends, or has not changed for a moment: not with every key that is typed. */
  private readonly changes = signal(0);
  private telling: ReturnType<typeof setTimeout> | undefined;
  /** Rises when a draft was changed by anything but the writing in this window. */
  readonly elsewhere = signal(0);

  /** The drafts of the account that is signed in, by post. */
  readonly all = computed(() => {
    this.changes();
    const prefix = this.prefix();
    const keys = new Set([...Object.keys(localStorage), ...this.unstored.keys()]);
    const own = [...keys].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    return new Map(own.map((postId) => [postId, this.read(postId)] as const));
  });

  constructor() {
    followDevice((key) => this.changedElsewhere(key));
  }

  read(postId: string): string {
    const key = this.prefix() + postId;
    return this.unstored.get(key) ?? localStorage.getItem(key) ?? '';
  }

  /** Keeps the text at once. */
  write(postId: string, text: string): void {
    const wasBegun = isBegun(this.read(postId));
    this.store(this.prefix() + postId, text);
    clearTimeout(this.telling);
    if (wasBegun !== isBegun(text)) this.tell();
    else this.telling = setTimeout(() => this.tell(), TOLD_AFTER_MS);
  }

  /** Puts words below what was begun in a post. */
  add(postId: string, words: string): void {
    const begun = this.read(postId).trimEnd();
    this.write(postId, begun === '' ? words : `${begun}\n${words}`);
    this.elsewhere.update((count) => count + 1);
  }

  has(postId: string): boolean {
    return isBegun(this.all().get(postId) ?? '');
  }

  /** Whether a reload would bring the draft back. */
  isStored(postId: string): boolean {
    return !this.unstored.has(this.prefix() + postId);
  }

  private store(key: string, text: string): void {
    this.unstored.delete(key);
    if (!keepText(key, text)) this.unstored.set(key, text);
  }

  private changedElsewhere(key: string): void {
    if (!key.startsWith(this.prefix())) return;
    this.unstored.delete(key);
    this.elsewhere.update((count) => count + 1);
    this.tell();
  }

  private tell(): void {
    this.changes.update((count) => count + 1);
  }
}

function isBegun(text: string): boolean {
  return text.trim() !== '';
}
