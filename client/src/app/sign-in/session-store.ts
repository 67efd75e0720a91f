import { computed, inject, Injectable, signal } from '@angular/core';
import type { DeactivateAccountDto } from '#contracts/account.dto.js';
import type { Authenticated, LoginDto, RegisterDto } from '#contracts/auth.dto.js';
import type { User } from '#contracts/user.dto.js';
import { Api } from '../realtime/api';
import type { ServerError } from '../realtime/server-error';
import { Snapshots } from '../realtime/snapshots';
import { oneAtATime } from './one-at-a-time';
import { followUser, forgetUser, isLeaving, rememberedUser, rememberLeaving, rememberUser } from './remembered-user';

/**
 * `replaced`: somebody else has signed in on this device; what is shown is not theirs, so they get a fresh page.
 * `given-up`: the account itself is out of use, by its user's wish.
 */
export type SessionState = 'starting' | 'unreachable' | 'signed-in' | 'signed-out' | 'given-up' | 'ended' | 'replaced';

const RENEW_BEFORE_MS = 60_000;
/** Whatever the clock of the device says: a token lasts for ten minutes. */
const RENEW_AFTER_MS = { least: 30_000, most: 540_000 } as const;
/** Soon at first, then at the pace of an update. */
const RETRY_START_MS = [3_000, 6_000, 12_000] as const;

/**
 * Who is signed in here. The access token lives in memory only; the refresh cookie is out of reach of scripts.
 * The token is renewed a minute before it expires, by one tab at a time.
 */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(Api);
  private readonly snapshots = inject(Snapshots);
  private readonly current = signal<Authenticated | null>(null);
  /** Who was here last: they see what this device kept while the server is asked whether they still are. */
  private readonly remembered = signal(rememberedUser());
  /** Whose page this is: it never changes hands. */
  private owner = this.remembered()?.id;
  private renewing: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly state = signal<SessionState>('starting');
  /** When the server is asked again after it did not answer at the start; null while it is being asked. */
  readonly nextTryAt = signal<number | null>(null);
  readonly user = computed<User | null>(() => this.current()?.user ?? this.remembered());
  /** The owner of the organisation is one of them. */
  readonly isAdmin = computed(() => ['owner', 'admin'].includes(this.user()?.role ?? ''));
  readonly token = computed<string | null>(() => this.current()?.accessToken ?? null);

  constructor() {
    followUser((userId) => this.changedElsewhere(userId));
  }

  /** Settles once it is known whether somebody is signed in; keeps asking while the server cannot be reached. */
  async start(): Promise<void> {
    if (isLeaving()) return this.signOut();
    if (this.remembered() !== null) this.state.set('signed-in');
    for (let tries = 0; !(await this.tryStart()); tries += 1) await this.pause(tries);
  }

  async signIn(credentials: LoginDto): Promise<void> {
    this.begin(await this.api.post<Authenticated>('/auth/login', credentials));
  }

  async register(account: RegisterDto): Promise<void> {
    this.begin(await this.api.post<Authenticated>('/auth/register', account));
  }

  /** The server is told until it has heard it, by the next page if need be: its cookie would let the next one in. */
  async signOut(): Promise<void> {
    rememberLeaving(true);
    await this.api.post('/auth/logout').then(heard, heardIfEnded);
    this.forgetUser();
    // Before the page is left, which would break it off.
    await this.snapshots.forget();
    this.state.set('signed-out');
  }

  /** Takes the account out of use; what this device kept of it goes. @throws ServerError the account stays as it is */
  async giveUp(wish: DeactivateAccountDto): Promise<void> {
    // The server ends the session before it answers: that is no news then.
    rememberLeaving(true);
    await this.api.post('/users/me/deactivation', wish).catch((error: unknown) => {
      rememberLeaving(false);
      throw error;
    });
    this.forgetUser();
    await this.snapshots.forget();
    this.state.set('given-up');
    rememberLeaving(false);
  }

  /** The session is over, by the server's word. What was written stays on this device. */
  end(): void {
    if (this.state() === 'signed-in' && !isLeaving()) this.forget('ended');
  }

  /** Takes the user as changed, here or on another device; anybody else is ignored. */
  updateUser(user: User): void {
    if (this.user()?.id !== user.id) return;
    rememberUser(user);
    this.remembered.set(user);
    this.current.update((now) => (now === null ? now : { ...now, user }));
  }

  /** Renews the token; false when the session has ended. Throws when the server cannot be reached. */
  refresh(): Promise<boolean> {
    this.renewing ??= oneAtATime('roomers-refresh', () => this.renew()).finally(() => (this.renewing = null));
    return this.renewing;
  }

  private async tryStart(): Promise<boolean> {
    try {
      const isSettled = (await this.refresh()) || this.state() === 'ended' || this.state() === 'replaced';
      if (!isSettled) this.forget('signed-out');
      return true;
    } catch {
      this.state.set('unreachable');
      return false;
    }
  }

  private async pause(tries: number): Promise<void> {
    const wait = RETRY_START_MS[Math.min(tries, RETRY_START_MS.length - 1)] ?? 0;
    this.nextTryAt.set(Date.now() + wait);
    await new Promise((resolve) => setTimeout(resolve, wait));
    this.nextTryAt.set(null);
  }

  private async renew(): Promise<boolean> {
    try {
      return this.begin(await this.api.post<Authenticated>('/auth/refresh'));
    } catch (error) {
      if ((error as ServerError).status !== 401) throw error;
      this.end();
      return false;
    }
  }

  private changedElsewhere(userId: string | null): void {
    if (userId === null) this.end();
    else if (this.state() === 'ended' || this.isOfAnother(userId)) this.forget('replaced');
  }

  private isOfAnother(userId: string): boolean {
    return this.owner !== undefined && this.owner !== userId;
  }

  private begin(session: Authenticated): boolean {
    if (this.isOfAnother(session.user.id)) {
      this.forget('replaced');
      return false;
    }
    this.owner = session.user.id;
    // Of somebody else nothing may be left on this device.
    if (this.remembered() === null) void this.snapshots.forget();
    rememberUser(session.user);
    this.remembered.set(session.user);
    this.current.set(session);
    this.state.set('signed-in');
    clearTimeout(this.timer);
    const wait = new Date(session.expiresAt).getTime() - Date.now() - RENEW_BEFORE_MS;
    const { least, most } = RENEW_AFTER_MS;
    const pause = Math.min(Math.max(wait, least), most);
    this.timer = setTimeout(() => void this.refresh().catch(() => undefined), pause);
    return true;
  }

  private forget(state: SessionState): void {
    this.forgetUser();
    void this.snapshots.forget();
    this.state.set(state);
  }

  /** From here on nothing is kept for anybody. */
  private forgetUser(): void {
    clearTimeout(this.timer);
    this.current.set(null);
    this.remembered.set(null);
    // Not whoever has signed in in another window.
    if (rememberedUser()?.id === this.owner) forgetUser();
  }
}

function heard(): void {
  rememberLeaving(false);
}

function heardIfEnded(error: unknown): void {
  if ((error as ServerError).status === 401) heard();
}
