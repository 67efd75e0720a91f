import { Location } from '@angular/common';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DefaultUrlSerializer, Router, type UrlTree } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Levels } from './levels';
import { Place, type Section } from './place';
import { Trail } from './trail';

describe('the levels of a phone', () => {
  const place = {
    section: signal<Section>('home'),
    room: signal<string | undefined>(undefined),
    showsList: signal(false),
    url: signal('/'),
  };
  const trail = { previous: jest.fn<() => string | undefined>() };
  const location = { back: jest.fn() };
  const router = {
    createUrlTree: ([, room]: string[]): UrlTree => new DefaultUrlSerializer().parse(`/r/${room ?? ''}?pane=posts`),
    navigateByUrl: jest.fn<(url: string, extras: { replaceUrl: boolean }) => Promise<boolean>>(),
  };
  const parentOf = (section: Section, showsList: boolean, room?: string) => {
    place.section.set(section);
    place.showsList.set(showsList);
    place.room.set(room);
    return TestBed.inject(Levels).parent();
  };

  beforeEach(() => {
    jest.resetAllMocks();
    TestBed.configureTestingModule({
      providers: [
        { provide: Place, useValue: place },
        { provide: Trail, useValue: trail },
        { provide: Location, useValue: location },
        { provide: Router, useValue: router },
      ],
    });
  });

  it('lead from the conversation to the posts, to the rooms, and no further', () => {
    expect([
      parentOf('room', false, 'a'),
      parentOf('room', true, 'a'),
      parentOf('rooms', true),
      parentOf('home', false),
    ]).toEqual(['/r/a?pane=posts', '/rooms', undefined, undefined]);
  });

  it('lead from a page of the settings to their list, and from the directory to the own rooms', () => {
    expect([parentOf('settings', false), parentOf('settings', true), parentOf('rooms', false)]).toEqual([
      '/settings',
      undefined,
      '/rooms',
    ]);
  });

  it('go back in the history where one came from there', () => {
    parentOf('room', false, 'a');
    trail.previous.mockReturnValue('/r/a?pane=posts');
    TestBed.inject(Levels).up();
    expect([location.back.mock.calls.length, router.navigateByUrl.mock.calls.length]).toEqual([1, 0]);
  });

  it('take the place of an address that was opened directly', () => {
    parentOf('room', false, 'a');
    TestBed.inject(Levels).up();
    expect(router.navigateByUrl).toHaveBeenCalledWith('/r/a?pane=posts', { replaceUrl: true });
    expect(location.back).not.toHaveBeenCalled();
  });
});
