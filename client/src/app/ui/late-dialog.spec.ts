import { Location } from '@angular/common';
import { provideLocationMocks, type SpyLocation } from '@angular/common/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog, MatDialogRef } from '@angular/material/dialog';
import { describe, expect, it, jest } from '@jest/globals';
import { LateDialog } from './late-dialog';

@Component({ template: 'Asked' })
class Question {
  readonly opened = inject<MatDialogRef<Question, unknown>>(MatDialogRef);
}

describe('a dialog whose program comes late', () => {
  const opened = () => TestBed.inject(MatDialog).openDialogs;
  const turn = () => new Promise((done) => setTimeout(done));
  const close = (answer: unknown) => opened()[0]?.close(answer);

  it('opens once, however often it is asked for meanwhile', async () => {
    const fetch = jest.fn(() => Promise.resolve(Question));
    const late = TestBed.inject(LateDialog);
    const answers = [late.open(fetch, {}), late.open(fetch, {})];
    expect(await answers[1]).toBeUndefined();
    await turn();
    expect([opened().length, fetch.mock.calls.length]).toEqual([1, 1]);
    close('yes');
    expect(await answers[0]).toBe('yes');
  });

  it('does not open any more when the reader went back meanwhile', async () => {
    TestBed.configureTestingModule({ providers: [provideLocationMocks()] });
    const fetch = async () => {
      await turn();
      return Question;
    };
    const answer = TestBed.inject(LateDialog).open(fetch, {});
    (TestBed.inject(Location) as SpyLocation).simulateUrlPop('/');
    expect([await answer, opened().length]).toEqual([undefined, 0]);
  });

  it('can be opened again after its program could not be had', async () => {
    const late = TestBed.inject(LateDialog);
    await expect(late.open(() => Promise.reject(new TypeError('module')), {})).rejects.toThrow('module');
    const answer = late.open(() => Promise.resolve(Question), {});
    await turn();
    close('');
    expect(await answer).toBeUndefined();
  });
});
