import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { chinese } from '../../i18n/chinese';
import { english } from '../../i18n/english';
import { speak } from '../language/texts';
import { ProfilesApi } from '../profiles/profiles-api';
import { ConnectionStore } from '../realtime/connection-store';
import { ServerError } from '../realtime/server-error';
import { Notice } from '../ui/notice';
import { asksBeforeLeaving } from '../ui/dialog.fixture';
import { Viewport } from '../ui/viewport';
import { AddMemberDialog } from './add-member-dialog';
import { CurrentRoom } from './current-room';
import { MemberStore } from './member-store';

const lei: User = { id: 'lei', username: 'lei', displayName: '王磊', role: 'member', status: 'active' };

describe('adding members', () => {
  const find = jest.fn<(text: string) => Promise<User[]>>();
  const roleOf = jest.fn<(id: string) => string | undefined>();

  beforeEach(() => {
    find.mockReset().mockResolvedValue([lei]);
    roleOf.mockReset().mockReturnValue(undefined);
    TestBed.configureTestingModule({
      providers: [
        { provide: ProfilesApi, useValue: { find } },
        { provide: MemberStore, useValue: { members: () => [], roleOf } },
        { provide: CurrentRoom, useValue: { room: signal(undefined) } },
        { provide: Notice, useValue: {} },
        { provide: ConnectionStore, useValue: { isOffline: () => false } },
        { provide: Viewport, useValue: { isCompact: () => false } },
        { provide: MatDialogRef, useValue: {} },
      ],
    });
  });

  afterEach(() => speak('en', english));

  /** Types a name and presses Enter; what is said then, as it reads by now. */
  async function enter(name: string): Promise<() => string> {
    const fixture = TestBed.createComponent(AddMemberDialog);
    await fixture.whenStable();
    const dialog = fixture.componentInstance;
    dialog['type'](name);
    await dialog['finish']();
    return () =>
      dialog['problem']() ||
      dialog['chosen']()
        .map(({ displayName }) => displayName)
        .join();
  }

  it('takes whoever has exactly the name, and says who is not there or is in already, in the language of the moment', async () => {
    expect((await enter('@Lei'))()).toBe('王磊');
    const said = await enter('le');
    expect(said()).toBe('Nobody here is called "le".');
    speak('zh', chinese);
    expect(said()).toBe('没有找到“le”。');
    roleOf.mockReturnValue('member');
    expect((await enter('lei'))()).toBe('王磊 已是成员。');
  });

  it('takes nobody twice, however often Enter is pressed', async () => {
    const fixture = TestBed.createComponent(AddMemberDialog);
    await fixture.whenStable();
    const dialog = fixture.componentInstance;
    dialog['type']('lei');
    await Promise.all([dialog['finish'](), dialog['finish']()]);
    expect(dialog['chosen']()).toEqual([lei]);
    await fixture.whenStable();
    expect(asksBeforeLeaving()).toBe(true);
  });

  it('does not say that there is nobody when the server did not answer', async () => {
    find.mockRejectedValue(new ServerError('unreachable', 'No answer.'));
    expect((await enter('lei'))()).toMatch(/^The server did not answer/u);
  });
});
