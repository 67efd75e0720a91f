import { Location } from '@angular/common';
import { provideLocationMocks } from '@angular/common/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Trail } from './trail';

@Component({ template: '' })
class Page {}

describe('the trail of a visit', () => {
  let trail: Trail;
  const go = (url: string, replaceUrl = false) => TestBed.inject(Router).navigateByUrl(url, { replaceUrl });
  const back = async () => {
    TestBed.inject(Location).back();
    await new Promise((resolve) => setTimeout(resolve));
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideRouter([{ path: '**', component: Page }]), provideLocationMocks()],
    });
    trail = TestBed.inject(Trail);
    TestBed.inject(Router).setUpLocationChangeListener();
    await go('/');
  });

  it('knows where the browser goes back to', async () => {
    expect(trail.previous()).toBeUndefined();
    await go('/rooms');
    expect(trail.previous()).toBe('/');
    await go('/r/a?pane=posts');
    await go('/r/a');
    expect(trail.previous()).toBe('/r/a?pane=posts');
  });

  it('follows the browser back, and forgets what lay ahead', async () => {
    for (const url of ['/rooms', '/r/a?pane=posts', '/r/a']) await go(url);
    await back();
    expect(trail.previous()).toBe('/rooms');
    await go('/r/a/p/b');
    expect(trail.previous()).toBe('/r/a?pane=posts');
  });

  it('keeps the step before when an address is replaced', async () => {
    for (const url of ['/rooms', '/r/old']) await go(url);
    await go('/r/new', true);
    expect(trail.previous()).toBe('/rooms');
  });
});
