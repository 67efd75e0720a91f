import { provideHttpClient, withInterceptors, withXhr, HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { remembered } from '../device/remembered';
import type { ServerError } from '../realtime/server-error';
import { Snapshots } from '../realtime/snapshots';
import { sessionInterceptor } from './session-interceptor';
import { SessionStore } from './session-store';

const MINUTES = 60_000;
const session = (accessToken: string, id = 'hanna', lifetime = 10 * MINUTES) => ({
  user: { id, username: id, displayName: id, role: 'member', status: 'active' },
  accessToken,
  expiresAt: new Date(Date.now() + lifetime).toISOString(),
});
const ended = { status: 401, statusText: 'Unauthorized' };
const problem = { code: 'session_ended', detail: 'The session has ended.', status: 401 };
const turn = () => jest.advanceTimersByTimeAsync(0);

describe('a session', () => {
  let store: SessionStore;
  let http: HttpTestingController;

  async function begin(): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withXhr(), withInterceptors([sessionInterceptor])), provideHttpClientTesting()],
    });
    store = TestBed.inject(SessionStore);
    http = TestBed.inject(HttpTestingController);
    void store.start();
    await turn();
  }

  beforeEach(async () => {
    jest.useFakeTimers();
    localStorage.clear();
    await begin();
  });

  afterEach(() => {
    jest.useRealTimers();
    http.verify();
  });

  async function signedIn(): Promise<void> {
    http.expectOne('/api/auth/refresh').flush(session('first'));
    await turn();
  }

  it('goes on from the cookie after a reload', async () => {
    await signedIn();
    expect([store.state(), store.user()?.username, store.token()]).toEqual(['signed-in', 'hanna', 'first']);
  });

  it('takes a change of oneself, made here or elsewhere, and of nobody else', async () => {
    await signedIn();
    const user = store.user();
    if (user === null) throw new Error('Nobody is signed in');
    store.updateUser({ ...user, id: 'lei', displayName: '王磊' });
    expect(store.user()).toEqual(user);
    store.updateUser({ ...user, displayName: 'Hanna L.' });
    expect([store.user()?.displayName, store.token()]).toEqual(['Hanna L.', 'first']);
  });

  it('is none without a cookie', async () => {
    http.expectOne('/api/auth/refresh').flush(problem, ended);
    await turn();
    expect(store.state()).toBe('signed-out');
  });

  it('shows who was here last at once, and lets requests wait for the token', async () => {
    await signedIn();
    TestBed.resetTestingModule();
    await begin();
    expect([store.state(), store.user()?.username, store.token()]).toEqual(['signed-in', 'hanna', null]);
    const answer = firstValueFrom(TestBed.inject(HttpClient).get('/api/rooms'));
    http.expectNone('/api/rooms');
    http.expectOne('/api/auth/refresh').flush(session('first'));
    await turn();
    const asked = http.expectOne('/api/rooms');
    expect(asked.request.headers.get('Authorization')).toBe('Bearer first');
    asked.flush({ items: [] });
    await answer;
  });

  it('ends for who was here last when the server no longer knows them, and forgets them', async () => {
    await signedIn();
    remembered('user.recent', ['']).set(['chat']);
    localStorage.setItem('roomers.draft.hanna.chat', 'begun');
    TestBed.resetTestingModule();
    await begin();
    http.expectOne('/api/auth/refresh').flush(problem, ended);
    await turn();
    expect([store.state(), store.user()]).toEqual(['ended', null]);
    expect(Object.keys(localStorage)).toEqual(['roomers.draft.hanna.chat']);
    TestBed.resetTestingModule();
    await begin();
    expect(store.state()).toBe('starting');
    http.expectOne('/api/auth/refresh').flush(problem, ended);
    await turn();
  });

  it('asks again while the server cannot be reached, and signs nobody out for it', async () => {
    http.expectOne('/api/auth/refresh').error(new ProgressEvent('error'));
    await turn();
    expect(store.state()).toBe('unreachable');
    await jest.advanceTimersByTimeAsync(3_000);
    await signedIn();
    expect(store.state()).toBe('signed-in');
  });

  it('renews its token a minute before it expires', async () => {
    await signedIn();
    await jest.advanceTimersByTimeAsync(9 * MINUTES - 1);
    http.expectNone('/api/auth/refresh');
    await jest.advanceTimersByTimeAsync(1);
    http.expectOne('/api/auth/refresh').flush(session('second'));
    await turn();
    expect(store.token()).toBe('second');
  });

  it('renews once for many who ask at the same moment', async () => {
    await signedIn();
    const answers = Promise.all([store.refresh(), store.refresh(), store.refresh()]);
    await turn();
    http.expectOne('/api/auth/refresh').flush(session('second'));
    await turn();
    expect(await answers).toEqual([true, true, true]);
  });

  it('repeats a request that came too late, with the new token', async () => {
    await signedIn();
    const answer = firstValueFrom(TestBed.inject(HttpClient).get('/api/rooms'));
    const late = http.expectOne('/api/rooms');
    expect(late.request.headers.get('Authorization')).toBe('Bearer first');
    late.flush(problem, ended);
    await turn();
    http.expectOne('/api/auth/refresh').flush(session('second'));
    await turn();
    const again = http.expectOne('/api/rooms');
    expect(again.request.headers.get('Authorization')).toBe('Bearer second');
    again.flush({ items: [] });
    expect(await answer).toEqual({ items: [] });
  });

  it('ends when renewing is refused', async () => {
    await signedIn();
    const renewed = store.refresh();
    await turn();
    http.expectOne('/api/auth/refresh').flush(problem, ended);
    await turn();
    expect([await renewed, store.state(), store.token()]).toEqual([false, 'ended', null]);
  });

  it('does not end when the server is only away', async () => {
    await signedIn();
    const renewed = store.refresh().catch((error: unknown) => (error as ServerError).code);
    await turn();
    http.expectOne('/api/auth/refresh').error(new ProgressEvent('error'));
    await turn();
    expect([await renewed, store.state()]).toEqual(['unreachable', 'signed-in']);
  });

  it.each([
    ['ahead', -60 * MINUTES, MINUTES / 2],
    ['behind', 60 * MINUTES, 9 * MINUTES],
  ])('renews neither all the time nor too late where the clock of the device is far %s', async (_, lifetime, wait) => {
    http.expectOne('/api/auth/refresh').flush(session('first', 'hanna', lifetime));
    await turn();
    await jest.advanceTimersByTimeAsync(wait - 1);
    http.expectNone('/api/auth/refresh');
    await jest.advanceTimersByTimeAsync(1);
    http.expectOne('/api/auth/refresh').flush(session('second'));
    await turn();
  });

  it('never changes hands: who signed in beside it gets a fresh page, and nothing of who was here', async () => {
    await signedIn();
    const renewed = store.refresh();
    await turn();
    http.expectOne('/api/auth/refresh').flush(session('other', 'lei'));
    await turn();
    expect([await renewed, store.state(), store.user(), store.token()]).toEqual([false, 'replaced', null, null]);
  });

  it('belongs to nobody while what the device kept is forgotten at signing out', async () => {
    await signedIn();
    const seen: unknown[] = [];
    const forget = () => Promise.resolve(void seen.push([store.user(), store.state()]));
    jest.spyOn(TestBed.inject(Snapshots), 'forget').mockImplementation(forget);
    const left = store.signOut();
    await turn();
    // The server tells the socket, too, and may be faster there than with its answer.
    const renewed = store.refresh();
    await turn();
    http.expectOne('/api/auth/refresh').flush(problem, ended);
    await turn();
    http.expectOne('/api/auth/logout').flush(null);
    await left;
    expect([await renewed, seen, store.state()]).toEqual([false, [[null, 'signed-in']], 'signed-out']);
  });

  it('is over with the account that is given up, before the server says so; else it goes on', async () => {
    await signedIn();
    const wish = { password: 'a lamp', confirmUsername: 'hanna' };
    const refused = store.giveUp(wish).catch((error: unknown) => (error as ServerError).code);
    http
      .expectOne('/api/users/me/deactivation')
      .flush({ code: 'owns_rooms', detail: 'Rooms.', status: 409 }, { status: 409, statusText: 'Conflict' });
    await turn();
    expect([await refused, store.state(), store.user()?.id]).toEqual(['owns_rooms', 'signed-in', 'hanna']);
    const left = store.giveUp(wish);
    store.end();
    expect(store.state()).toBe('signed-in');
    http.expectOne('/api/users/me/deactivation').flush(null);
    await left;
    expect([store.state(), store.user(), localStorage.getItem('roomers.user')]).toEqual(['given-up', null, null]);
  });

  it('is left all the same when it has ended already', async () => {
    await signedIn();
    const left = store.signOut();
    await turn();
    http.expectOne('/api/auth/logout').flush(problem, ended);
    await left;
    expect(store.state()).toBe('signed-out');
  });

  it('follows what is done in another window', async () => {
    const elsewhere = (id: string | null) => {
      const newValue = id === null ? null : JSON.stringify(session('', id).user);
      dispatchEvent(new StorageEvent('storage', { key: 'roomers.user', newValue }));
    };
    await signedIn();
    elsewhere('hanna');
    expect(store.state()).toBe('signed-in');
    elsewhere(null);
    expect(store.state()).toBe('ended');
    elsewhere('hanna');
    expect(store.state()).toBe('replaced');
  });

  it('leaves alone who has signed in in another window', async () => {
    await signedIn();
    localStorage.setItem('roomers.user', JSON.stringify(session('', 'lei').user));
    dispatchEvent(new StorageEvent('storage', { key: 'roomers.user', newValue: localStorage.getItem('roomers.user') }));
    expect([store.state(), localStorage.getItem('roomers.user')]).toEqual(['replaced', expect.stringContaining('lei')]);
  });

  it('is over when the user says so: what the server did not hear it hears from the next page', async () => {
    await signedIn();
    void store.signOut();
    await turn();
    http.expectOne('/api/auth/logout').flush('', { status: 503, statusText: 'Busy' });
    await turn();
    expect(store.state()).toBe('signed-out');
    TestBed.resetTestingModule();
    await begin();
    http.expectOne('/api/auth/logout').flush(null);
    await turn();
    expect([store.state(), store.user()]).toEqual(['signed-out', null]);
    TestBed.resetTestingModule();
    await begin();
    http.expectOne('/api/auth/refresh').flush(problem, ended);
    await turn();
  });

  it('is remembered without room on the device, too', async () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await signedIn();
    expect([store.state(), store.token()]).toEqual(['signed-in', 'first']);
    jest.restoreAllMocks();
  });
});
