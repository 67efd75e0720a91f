import { describe, expect, it } from '@jest/globals';
import type { AuditAction, AuditEntry, AuditQuery } from '#contracts/audit.dto.js';
import type { OrganisationSettings } from '#contracts/organisation.dto.js';
import { detailsOf } from './audit-details';

type Named<Keys extends PropertyKey> = Record<Keys, true>;

/** Set by the server itself, or not recorded as such. */
type Unset = 'version' | 'logoUrl' | 'attachmentCeilingBytes' | 'mailConfigured';
const SETTINGS: Named<Exclude<keyof OrganisationSettings, Unset>> = {
  ...{ name: true, registration: true, emailDomains: true, verifiedEmail: true, whoMayInvite: true },
  ...{ whoMayCreateRooms: true, defaultRoomIds: true, attachmentMaxBytes: true, blockedAttachmentTypes: true },
  ...{ editWindowMinutes: true, retentionDays: true },
};
const FILTER: Named<Exclude<keyof AuditQuery, 'cursor' | 'limit'>> = {
  ...{ actorId: true, action: true, targetType: true, targetId: true, q: true, from: true, to: true },
};
/** What the server records of each deed. */
const RECORDED: Record<AuditAction, readonly string[]> = {
  user_created: ['username', 'role'],
  user_invited: ['invitationId', 'role', 'roomIds'],
  invitation_renewed: ['invitationId', 'role', 'roomIds'],
  invitation_withdrawn: ['invitationId', 'role', 'roomIds'],
  invite_link_made: ['linkId', 'expiresAt', 'uses'],
  invite_link_revoked: ['linkId'],
  user_role_changed: ['role'],
  user_deactivated: [],
  user_reactivated: [],
  user_sessions_ended: ['sessions'],
  password_link_made: [],
  password_reset: [],
  owner_created: [],
  owner_handed_over: ['role'],
  settings_changed: Object.keys(SETTINGS),
  logo_changed: ['imageId'],
  room_archived: [],
  room_restored: [],
  room_deleted: [],
  room_owner_changed: ['ownerId', 'username'],
  room_joined_by_admin: [],
  post_deleted: ['roomId', 'roomName'],
  message_removed: ['roomId', 'postId', 'seq', 'authorId', 'reason'],
  tag_renamed: ['to', 'posts'],
  tags_merged: ['into', 'posts'],
  tag_deleted: ['posts'],
  job_retried: [],
  audit_exported: Object.keys(FILTER),
};

const told = (action: AuditAction, details: AuditEntry['details'], rooms: ReadonlyMap<string, string> = new Map()) =>
  detailsOf({ action, details }, rooms).map(({ name, value }) => [name, value]);

describe('what the audit log says of the details', () => {
  it.each(Object.entries(RECORDED))('has a name for each of %s', (action, names) => {
    const details = Object.fromEntries(names.map((name) => [name, 1]));
    const unnamed = detailsOf({ action: action as AuditAction, details }, new Map()).filter(({ name }) =>
      names.includes(name),
    );
    expect(unnamed).toEqual([]);
  });

  it('tells changes from what to what', () => {
    const details = {
      role: { from: 'member', to: 'admin' },
      retentionDays: { from: null, to: 1_200 },
      emailDomains: { from: [], to: ['a.org', 'b.org'] },
      verifiedEmail: { from: false, to: true },
      ofTomorrow: 'x',
    };
    expect(told('settings_changed', details)).toEqual([
      ['Role', 'Member → Admin'],
      ['Days to keep messages', 'Always → 1,200'],
      ['Email domains', 'nothing → a.org, b.org'],
      ['Verified addresses', 'no → yes'],
      ['ofTomorrow', 'x'],
    ]);
  });

  it('tells settings in the words in which they are set', () => {
    const details = {
      registration: { from: 'open', to: 'invited' },
      whoMayInvite: { from: 'members', to: 'admins' },
      whoMayCreateRooms: { from: 'everyone', to: 'of_tomorrow' },
      attachmentMaxBytes: { from: 26_214_400, to: 1_048_576 },
      editWindowMinutes: { from: 0, to: null },
    };
    expect(told('settings_changed', details)).toEqual([
      ['Who may create an account', 'Everybody who can open this address → Only who was invited'],
      ['Who may invite', 'Everybody → Admins only'],
      ['Who may create rooms', 'Everybody → of_tomorrow'],
      ['Largest file', '25 MB → 1 MB'],
      ['Minutes to edit', 'Never → Always'],
    ]);
  });

  it('names rooms where their names are known', () => {
    const details = { defaultRoomIds: { from: [], to: ['a', 'gone'] } };
    expect(told('settings_changed', details, new Map([['a', 'Reading Club']]))).toEqual([
      ['Rooms of newcomers', 'nothing → Reading Club, gone'],
    ]);
  });

  it('leaves names and reasons as they were written', () => {
    expect(told('user_created', { username: 'admin', role: 'member' })).toEqual([
      ['Username', 'admin'],
      ['Role', 'Member'],
    ]);
    expect(told('tag_renamed', { to: 'owner', posts: 2 })).toEqual([
      ['New name', 'owner'],
      ['Posts', '2'],
    ]);
  });

  it('tells by what a downloaded log was narrowed', () => {
    const filter = { action: 'tag_renamed', targetType: 'tag', q: 'vote', from: '2026-06-03T00:00:00.000Z' };
    const [time] = told('invite_link_made', { expiresAt: filter.from }).map(([, value]) => value);
    expect(time).toMatch(/^[23] June 2026/u);
    expect(told('audit_exported', { ...filter, to: filter.from })).toEqual([
      ['What was done', 'Tag renamed'],
      ['To what', 'Tag'],
      ['Searched for', 'vote'],
      ['From', time],
      ['Before', time],
    ]);
  });
});
