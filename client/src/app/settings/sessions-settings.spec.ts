import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Session } from '#contracts/auth.dto.js';
import { FrameStore } from '../frame-store';
import { Levels } from '../levels';
import { Api } from '../realtime/api';
import { ServerError } from '../realtime/server-error';
import { Confirm } from '../ui/confirm';
import { Viewport } from '../ui/viewport';
import { SessionsSettings } from './sessions-settings';

const session = (id: string, current = false): Session => ({
  id,
  userAgent: id,
  ip: id,
  createdAt: '2026-06-03T09:00:00.000Z',
  lastSeenAt: '2026-06-03T09:00:00.000Z',
  current,
});

describe('where one is signed in', () => {
  const end = jest.fn<(path: string) => Promise<void>>();
  let fixture: ComponentFixture<SessionsSettings>;

  beforeEach(async () => {
    end.mockReset().mockResolvedValue(undefined);
    const items = [session('here', true), session('a'), session('b'), session('c')];
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { get: () => Promise.resolve({ items }), delete: end } },
        { provide: Confirm, useValue: { ask: () => Promise.resolve(true) } },
        { provide: FrameStore, useValue: { isLeftOpen: () => true, isLeftOverlay: () => false } },
        { provide: Levels, useValue: {} },
        { provide: Viewport, useValue: { isCompact: () => false } },
      ],
    });
    fixture = TestBed.createComponent(SessionsSettings);
    await fixture.whenStable();
  });

  const page = () => fixture.nativeElement as HTMLElement;
  const places = () =>
    [...page().querySelectorAll('li small')].map(({ textContent }) => textContent.trim().split(' ')[0]);
  const refusal = () => page().querySelector('[role=alert]')?.textContent;
  const endOthers = async () => {
    page().querySelector<HTMLButtonElement>('button.danger')!.click();
    await fixture.whenStable();
  };

  it('is only here once all others were ended, those too that were over already', async () => {
    end.mockRejectedValueOnce(new ServerError('not_found', 'Over', 404));
    await endOthers();
    expect(end.mock.calls).toEqual([['/auth/sessions/a'], ['/auth/sessions/b'], ['/auth/sessions/c']]);
    expect([places(), refusal()]).toEqual([['here'], undefined]);
  });

  it('stays where ending was refused, and says why', async () => {
    end.mockRejectedValueOnce(new ServerError('unreachable', 'No answer'));
    await endOthers();
    expect([places(), refusal()]).toEqual([['here', 'a'], expect.stringMatching(/^The server did not answer/u)]);
  });
});
