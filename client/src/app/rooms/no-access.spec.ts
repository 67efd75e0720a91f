import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { StrandedWords } from '../messages/stranded-words';
import { Place } from '../place';
import { ServerError } from '../realtime/server-error';
import { NoAccess } from './no-access';
import { RoomsApi } from './rooms-api';

@Component({ selector: 'app-stranded-words', template: '' })
class NoWords {}

describe('a room that cannot be opened', () => {
  const askToJoin = jest.fn<(room: string) => Promise<void>>();
  let fixture: ComponentFixture<NoAccess>;

  beforeEach(async () => {
    askToJoin.mockReset().mockResolvedValue(undefined);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: Place, useValue: { room: signal('secret') } },
        { provide: RoomsApi, useValue: { askToJoin } },
      ],
    }).overrideComponent(NoAccess, { remove: { imports: [StrandedWords] }, add: { imports: [NoWords] } });
    fixture = TestBed.createComponent(NoAccess);
    await fixture.whenStable();
  });

  const page = () => fixture.nativeElement as HTMLElement;
  const said = () => page().querySelector('[role=status]')!.textContent.trim();
  const button = () => page().querySelector('button')!;
  const ask = async () => {
    button().click();
    await fixture.whenStable();
  };

  it('is asked for once, by a button that can keep the focus', async () => {
    await ask();
    await ask();
    expect([askToJoin.mock.calls, said()]).toEqual([[['secret']], expect.stringMatching(/its owner has been asked/u)]);
    expect([button().disabled, button().getAttribute('aria-disabled')]).toEqual([false, 'true']);
  });

  it.each([
    ['rate_limited', /^Too many/u],
    ['unreachable', /^The server did not answer/u],
  ] as const)('says why asking was refused: %s', async (code, words) => {
    askToJoin.mockRejectedValueOnce(new ServerError(code, 'refused'));
    await ask();
    expect(said()).toMatch(words);
  });
});
