import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AuditLog } from '../../server/audit/audit-log.js';
import { Transactions } from '../../server/database/transactions.js';
import { startApp, type TestApp } from '../kit/app.js';

describe('the audit log', () => {
  let program: TestApp;
  let database: DataSource;
  beforeAll(async () => {
    program = await startApp();
    database = program.app.get(DataSource);
  });
  afterAll(() => program.close());

  const record = (details = {}): Promise<void> =>
    program.app.get(AuditLog).record({
      action: 'settings_changed',
      target: { type: 'organisation', name: 'Roomers' },
      details,
    });
  const entries = (): Promise<{ id: string; details: object }[]> =>
    database.query('select * from audit_entries order by id');

  it('is written in the transaction of the deed, and with it undone', async () => {
    const transactions = program.app.get(Transactions);
    await expect(record()).rejects.toThrow('outside of its transaction');
    const failing = transactions.run(async () => {
      await record();
      throw new Error('the deed failed');
    });
    await expect(failing).rejects.toThrow('the deed failed');
    expect(await entries()).toEqual([]);
    await transactions.run(() => record({ name: { from: 'Roomers', to: 'Lantern' } }));
    expect(await entries()).toMatchObject([
      {
        ...{ actor_id: null, actor_name: 'Roomers', action: 'settings_changed', ip: null },
        ...{ target_type: 'organisation', target_id: null, target_name: 'Roomers' },
        details: { name: { from: 'Roomers', to: 'Lantern' } },
      },
    ]);
  });

  it.each([
    `update audit_entries set actor_name = 'somebody else'`,
    `update audit_entries set actor_name = 'nobody' where false`,
    'delete from audit_entries',
    'truncate audit_entries',
    'truncate users, audit_entries cascade',
    `set session_replication_role = 'replica'; delete from audit_entries; reset session_replication_role`,
    `insert into audit_entries select * from audit_entries on conflict (id) do update set action = 'other'`,
  ])("is not changed by the program's own role: %s", async (statement) => {
    const before = await entries();
    expect(before).not.toEqual([]);
    await expect(database.query(statement)).rejects.toThrow(/What was recorded stays|permission denied/u);
    expect(await entries()).toEqual(before);
  });

  it('gives nobody the right to change it', async () => {
    const rights = await database.query<{ privilege: string }[]>(
      `select distinct privilege_type as privilege from information_schema.role_table_grants where table_name = 'audit_entries'`,
    );
    expect(rights.map(({ privilege }) => privilege).sort()).toEqual(['INSERT', 'REFERENCES', 'SELECT', 'TRIGGER']);
  });
});
