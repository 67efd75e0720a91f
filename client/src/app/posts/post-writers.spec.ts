import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { ProfileCards } from '../profiles/profile-cards';
import { PostWriters } from './post-writers';

const person = (id: string): User => ({ id, username: id, displayName: id, role: 'member', status: 'active' });

describe('who wrote in a post', () => {
  const open = jest.fn<(user: User) => void>();
  let fixture: ComponentFixture<PostWriters>;

  beforeEach(async () => {
    open.mockReset();
    TestBed.configureTestingModule({ providers: [{ provide: ProfileCards, useValue: { open } }] });
    fixture = TestBed.createComponent(PostWriters);
    const items = Array.from({ length: 10 }, (_, index) => person(`writer${index}`));
    fixture.componentRef.setInput('people', { items, total: 12 });
    await fixture.whenStable();
  });

  const element = () => fixture.nativeElement as HTMLElement;
  const faces = () => element().querySelector('button') as HTMLButtonElement;
  const list = () => element().querySelector('ul') as HTMLElement;

  it('is a stack of faces that is one control, however many they are', () => {
    expect(faces().getAttribute('aria-label')).toBe('12 people in this post');
    expect([faces().querySelectorAll('app-avatar').length, faces().textContent.trim()]).toEqual([8, '+4']);
    expect([faces().getAttribute('aria-expanded'), list().hidden]).toEqual(['false', true]);
  });

  it('opens a list of them, in which everyone leads to their card', async () => {
    faces().click();
    await fixture.whenStable();
    expect([faces().getAttribute('aria-expanded'), list().hidden]).toEqual(['true', false]);
    const links = [...list().querySelectorAll('a')];
    expect([links.length, list().lastElementChild?.textContent.trim()]).toEqual([10, 'and 2 more']);
    links[9]?.click();
    expect(open.mock.calls[0]?.[0].username).toBe('writer9');
  });
});
