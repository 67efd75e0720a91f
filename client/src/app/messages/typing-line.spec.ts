import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { PeopleStore } from '../profiles/people-store';
import { SessionStore } from '../sign-in/session-store';
import { TypingLine } from './typing-line';
import { TypingStore } from './typing-store';

const NAMES: Record<string, string> = { jonas: 'Jonas', siyuan: '陈思远 Siyuan Chen', hanna: 'Hanna' };

describe('who is typing', () => {
  it.each([
    [['hanna'], '', []],
    [['jonas', 'hanna'], 'Jonas is typing', ['Jonas']],
    [['jonas', 'siyuan'], 'Jonas and 陈思远 are typing', ['Jonas', '陈思远']],
    [['jonas', 'siyuan', 'lei'], 'Several people are typing', []],
  ])('of %j', async (typing, text, bold) => {
    TestBed.configureTestingModule({
      providers: [
        { provide: TypingStore, useValue: { in: () => typing } },
        { provide: PeopleStore, useValue: { nameOf: (id: string) => NAMES[id] ?? '…' } },
        { provide: SessionStore, useValue: { user: signal({ id: 'hanna' }) } },
      ],
    });
    const fixture = TestBed.createComponent(TypingLine);
    fixture.componentRef.setInput('postId', 'post');
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.textContent.replace(/\s+/g, ' ').trim()).toBe(text);
    expect([...element.querySelectorAll('b')].map((name) => name.textContent)).toEqual(bold);
    expect(element.getAttribute('aria-hidden')).toBe('true');
  });
});
