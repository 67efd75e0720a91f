import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { ServerConfig } from '../sign-in/server-config';
import { Clock } from '../ui/short-time';
import { EditWindow } from './edit-window';

const AT = '2026-06-03T09:00:00.000Z';

describe('the time in which a message may be edited', () => {
  it.each([
    [null, 10_000, true],
    [undefined, 10_000, true],
    [5, 4.99, true],
    [5, 5, false],
    [5, -0.2, true],
    [0, -0.2, false],
  ])('of %s minutes, %s minutes after it was sent', (editWindowMinutes, minutes, isOpen) => {
    const config = editWindowMinutes === undefined ? undefined : { limits: { editWindowMinutes } };
    TestBed.configureTestingModule({
      providers: [
        { provide: ServerConfig, useValue: { config: signal(config) } },
        { provide: Clock, useValue: { now: signal(Date.parse(AT) + minutes * 60_000) } },
      ],
    });
    expect(TestBed.inject(EditWindow).isOpenFor({ createdAt: AT })).toBe(isOpen);
  });
});
