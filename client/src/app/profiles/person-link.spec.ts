import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { PersonLink } from './person-link';
import { ProfileCards } from './profile-cards';

const lei: User = { id: 'lei', username: 'lei', displayName: '王磊 Lei Wang', role: 'member', status: 'active' };

describe('a name that leads to a person', () => {
  const open = jest.fn<(user: User, origin: HTMLElement) => void>();

  beforeEach(() => {
    open.mockReset();
    TestBed.configureTestingModule({ providers: [{ provide: ProfileCards, useValue: { open } }] });
  });

  async function shown(inputs: Partial<Record<'person' | 'isShort', unknown>>) {
    const fixture = TestBed.createComponent(PersonLink);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    return { text: element.textContent.replace(/\s+/gu, ' ').trim(), link: element.querySelector('a') };
  }

  it('opens their card beside it, and is a link to their page', async () => {
    const { text, link } = await shown({ person: lei });
    expect([text, link?.getAttribute('href'), link?.getAttribute('aria-haspopup')]).toEqual([
      '王磊 Lei Wang',
      '/u/lei',
      'dialog',
    ]);
    link?.click();
    expect(open.mock.calls).toEqual([[lei, link]]);
  });

  it('can leave out how a name is read, and says who is gone', async () => {
    expect((await shown({ person: lei, isShort: true })).text).toBe('王磊');
    expect((await shown({ person: { ...lei, status: 'deactivated' } })).text).toContain('deactivated');
  });

  it('leads nowhere as long as nobody knows who it is', async () => {
    expect(await shown({ person: undefined })).toEqual({ text: '…', link: null });
  });
});
