import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { english } from '../../i18n/english';
import { ProfilesApi } from '../profiles/profiles-api';
import { SessionStore } from '../sign-in/session-store';
import { LanguageStore } from './language-store';
import { keepLanguage, keptLanguage } from './speech';
import { speak } from './texts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('the choice of a language', () => {
  const update = jest.fn(() => Promise.resolve());
  const user = signal<object | null>(null);
  let store: LanguageStore;

  beforeEach(() => {
    localStorage.clear();
    update.mockClear();
    user.set({});
    TestBed.configureTestingModule({
      providers: [
        { provide: ProfilesApi, useValue: { update } },
        { provide: SessionStore, useValue: { user } },
      ],
    });
    store = TestBed.inject(LanguageStore);
  });
  afterEach(() => speak('en', english));

  it('shows at once, and is kept here and in the profile', async () => {
    store.choose('zh');
    await soon();
    expect([store.language(), keptLanguage(), update.mock.calls]).toEqual(['zh', 'zh', [[{ locale: 'zh' }]]]);
  });

  it('is kept on this device only while nobody is signed in; a new profile hears of it', async () => {
    user.set(null);
    store.choose('zh');
    await soon();
    expect([keptLanguage(), update.mock.calls.length]).toEqual(['zh', 0]);
    store.storeChosen();
    expect(update.mock.calls).toEqual([[{ locale: 'zh' }]]);
  });

  it('leaves a new profile as the server made it where nothing was chosen', () => {
    store.storeChosen();
    expect(update).not.toHaveBeenCalled();
  });

  it('is taken over from the profile', async () => {
    keepLanguage('en');
    store.adopt('zh');
    await soon();
    expect([store.language(), keptLanguage(), update.mock.calls.length]).toEqual(['zh', 'zh', 0]);
  });

  it('follows another window', async () => {
    keepLanguage('zh');
    dispatchEvent(new StorageEvent('storage', { key: 'roomers.language', newValue: 'zh' }));
    await soon();
    expect(store.language()).toBe('zh');
  });
});
