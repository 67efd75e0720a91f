import { describe, expect, it } from '@jest/globals';
import type { OrganisationSettings } from '#contracts/organisation.dto.js';
import { ALWAYS, changesTo, factsOf, follow } from './organisation-draft';

const settings: OrganisationSettings = {
  name: 'Lanternworks',
  registration: 'open',
  emailDomains: ['example.org'],
  verifiedEmail: true,
  whoMayInvite: 'admins',
  whoMayCreateRooms: 'everyone',
  defaultRoomIds: ['hall'],
  attachmentMaxBytes: 25 * 1024 * 1024,
  attachmentCeilingBytes: 25 * 1024 * 1024,
  blockedAttachmentTypes: ['exe'],
  editWindowMinutes: null,
  retentionDays: null,
  mailConfigured: true,
  version: 1,
};
const kept = factsOf(settings);

describe('the draft of the organisation', () => {
  it('asks for nothing while nothing differs, however lists are written', () => {
    expect(changesTo(kept, kept)).toEqual({});
    expect(
      changesTo(kept, { ...kept, emailDomains: ' @Example.org,example.org ', blockedAttachmentTypes: '.EXE' }),
    ).toEqual({});
  });

  it('asks for what differs, as the server takes it', () => {
    const written = {
      ...kept,
      emailDomains: '',
      blockedAttachmentTypes: 'exe、bat;cmd',
      attachmentMax: 1.5,
      editWindow: 0,
    };
    expect(changesTo(kept, written)).toEqual({
      emailDomains: [],
      blockedAttachmentTypes: ['exe', 'bat', 'cmd'],
      attachmentMaxBytes: 1_572_864,
      editWindowMinutes: 0,
    });
    expect(changesTo({ ...kept, editWindow: 5 }, { ...kept, editWindow: ALWAYS })).toEqual({ editWindowMinutes: null });
  });

  it('deletes nothing old unless it is turned on', () => {
    expect(changesTo(kept, { ...kept, retentionDays: 30 })).toEqual({});
    expect(changesTo(kept, { ...kept, deletesOld: true, retentionDays: 30 })).toEqual({ retentionDays: 30 });
    const old = factsOf({ ...settings, retentionDays: 30 });
    expect(changesTo(old, { ...old, deletesOld: false })).toEqual({ retentionDays: null });
  });

  it('follows what somebody else saved, except where something was written here', () => {
    const next = factsOf({ ...settings, name: 'Lamps', registration: 'invited' });
    expect(follow(kept, { ...kept, name: 'Lights' }, next)).toEqual({ ...next, name: 'Lights' });
  });
});
