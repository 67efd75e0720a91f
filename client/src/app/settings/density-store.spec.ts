import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { UpdateProfileDto } from '#contracts/profile.dto.js';
import { ProfilesApi } from '../profiles/profiles-api';
import { DensityStore } from './density-store';

describe('the density', () => {
  const update = jest.fn<(changes: UpdateProfileDto) => Promise<void>>();
  let store: DensityStore;

  beforeEach(() => {
    localStorage.clear();
    update.mockReset().mockResolvedValue();
    TestBed.configureTestingModule({ providers: [{ provide: ProfilesApi, useValue: { update } }] });
    store = TestBed.inject(DensityStore);
  });

  it('is chosen here at once, whether or not the server hears of it', () => {
    update.mockRejectedValueOnce(new Error('No answer'));
    store.choose('compact');
    expect([store.density(), update.mock.calls]).toEqual(['compact', [[{ density: 'compact' }]]]);
  });

  it('is taken from the profile, without telling it again', () => {
    store.adopt(undefined);
    expect(store.density()).toBe('comfortable');
    store.adopt('compact');
    expect([store.density(), update.mock.calls]).toEqual(['compact', []]);
  });
});
