import { describe, expect, it } from '@jest/globals';
import { text } from 'node:stream/consumers';
import type { AuditEntry } from '#contracts/audit.dto.js';
import { auditCsv } from './audit-csv.js';

const entry: AuditEntry = {
  id: '019a0000-0000-7000-8000-000000000000',
  at: '2026-05-31T12:00:00.000Z',
  actor: { name: 'Roomers' },
  action: 'room_deleted',
  target: { type: 'room' },
  details: {},
};

async function* entriesThat(end: () => void): AsyncGenerator<AuditEntry> {
  yield await Promise.resolve(entry);
  end();
}

describe('the audit log as a table', () => {
  it('is whole when all was read', async () => {
    const table = await text(auditCsv(entriesThat(() => undefined)));
    expect(table.split('\r\n')).toEqual([
      'at,actorId,actor,action,targetType,targetId,target,ip,details',
      '2026-05-31T12:00:00.000Z,,Roomers,room_deleted,room,,,,{}',
      '',
    ]);
  });

  it('fails where it is read, and nowhere else, when the rest cannot be read', async () => {
    const broken = entriesThat(() => {
      throw new Error('The database is away');
    });
    await expect(text(auditCsv(broken))).rejects.toThrow('The database is away');
  });
});
