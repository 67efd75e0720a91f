import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { ProfilesApi } from '../profiles/profiles-api';
import { ServerError } from '../realtime/server-error';
import { Notice } from '../ui/notice';
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
        { provide: Viewport, useValue: { isCompact: () => false } },
        { provide: MatDialogRef, useValue: {} },
      ],
    });
  });

  /** What is said after a name was typed and Enter pressed. */
  async function enter(name: string): Promise<string> {
    const fixture = TestBed.createComponent(AddMemberDialog);
    await fixture.whenStable();
    const dialog = fixture.componentInstance;
    dialog['type'](name);
    await dialog['finish']();
    return (
      dialog['problem']() ||
      dialog['chosen']()
        .map(({ displayName }) => displayName)
        .join()
    );
  }

  it('takes whoever has exactly the name, and says who is not there or is in already', async () => {
    expect(await enter('@Lei')).toBe('王磊');
    expect(await enter('le')).toBe('Nobody here is called "le".');
    roleOf.mockReturnValue('member');
    expect(await enter('lei')).toBe('王磊 is a member already.');
  });

  it('does not say that there is nobody when the server did not answer', async () => {
    find.mockRejectedValue(new ServerError('unreachable', 'No answer.'));
    expect(await enter('lei')).toMatch(/^The server did not answer/u);
  });
});
