import { provideHttpClient, withInterceptors, withXhr, HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import type { ServerError } from '../realtime/server-error';
import { sessionInterceptor } from './session-interceptor';
import { SessionStore } from './session-store';

const MINUTES = 60_000;
const session = (accessToken: string, id = 'hanna') => ({
  user: { id, username: id, displayName: id, role: 'member', status: 'active' },
  accessToken,
  expiresAt: new Date(Date.now() + 10 * MINUTES).toISOString(),
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
    TestBed.resetTestingModule();
    await begin();
    http.expectOne('/api/auth/refresh').flush(problem, ended);
    await turn();
    expect([store.state(), store.user()]).toEqual(['ended', null]);
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

  it('is taken over by nobody else: a page that has shown one account is loaded anew for another', async () => {
    await signedIn();
    const renewed = store.refresh();
    await turn();
    http.expectOne('/api/auth/refresh').flush(session('of lei', 'lei'));
    await turn();
    expect([await renewed, store.state(), store.token()]).toEqual([false, 'replaced', null]);
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
