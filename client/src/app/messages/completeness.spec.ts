import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ServerError } from '../realtime/server-error';
import { Completeness } from './completeness';
import { MessageStores } from './message-stores';

describe('the line that says up to where all is here', () => {
  const check = jest.fn<() => Promise<number>>();
  let fixture: ComponentFixture<Completeness>;

  beforeEach(async () => {
    check.mockReset();
    const known = (id: string) => (id === 'chat' ? { lastSeq: () => 61, check } : undefined);
    TestBed.configureTestingModule({ providers: [{ provide: MessageStores, useValue: { known } }] });
    fixture = TestBed.createComponent(Completeness);
    fixture.componentRef.setInput('postId', 'chat');
    await fixture.whenStable();
  });

  const element = () => fixture.nativeElement as HTMLElement;
  const words = () => element().querySelector('[role=status]')?.textContent.trim();
  const press = () => element().querySelector('button')?.click();

  it.each([
    [0, 'Complete to #61. Nothing is missing'],
    [1, 'Complete to #61. 1 message was missing or old, and came now'],
    [7, 'Complete to #61. 7 messages were missing or old, and came now'],
  ])('says what a check found: %i wrong', async (wrong, said) => {
    expect(words()).toBe('Complete to #61');
    check.mockResolvedValue(wrong);
    press();
    await fixture.whenStable();
    expect(words()).toBe(said);
  });

  it('says that the server did not answer', async () => {
    check.mockRejectedValue(new ServerError('unreachable', 'No answer.'));
    press();
    await fixture.whenStable();
    expect(words()).toBe('Not checked. The server did not answer.');
  });

  it('says nothing of one post beside another', async () => {
    check.mockResolvedValue(3);
    press();
    fixture.componentRef.setInput('postId', 'other');
    await fixture.whenStable();
    expect(words()).toBe('Complete to #0');
  });
});
