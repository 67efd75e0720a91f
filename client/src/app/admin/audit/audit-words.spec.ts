import { afterEach, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '#contracts/audit.dto.js';
import { chinese } from '../../../i18n/chinese';
import { chineseAdmin } from '../../../i18n/chinese-admin';
import { english } from '../../../i18n/english';
import { englishAdmin } from '../../../i18n/english-admin';
import { speak } from '../../language/texts';
import { deedOf } from './audit-words';

const entry = (facts: Partial<AuditEntry>): AuditEntry => ({
  id: '1',
  at: '2026-06-03T09:00:00.000Z',
  actor: { id: 'hanna', name: 'Hanna' },
  action: 'user_role_changed',
  target: { type: 'user', id: 'lei', name: '王磊' },
  details: {},
  ...facts,
});
const said = (one: AuditEntry) =>
  deedOf(one)
    .map(({ text }) => text)
    .join('')
    .trim();

describe('what the audit log says', () => {
  afterEach(() => speak('en', { ...english, ...englishAdmin }));

  it('is told by code, in the language of the moment, with the name apart', () => {
    expect(deedOf(entry({})).filter(({ name }) => name !== undefined)).toEqual([{ text: '王磊', name: 'target' }]);
    expect(said(entry({}))).toBe('changed the role of 王磊');
    speak('zh', { ...chinese, ...chineseAdmin });
    expect(said(entry({}))).toBe('更改了 王磊 的角色');
  });

  it('names nothing of a private room, and what it does not know by its code', () => {
    expect(said(entry({ action: 'post_deleted', target: { type: 'post' } }))).toBe(
      'deleted the post a post of a private room',
    );
    expect(said(entry({ action: 'of_tomorrow' as 'user_created' }))).toBe('of_tomorrow 王磊');
  });
});
