import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that admins made are `invited` until somebody came. */
export class InvitedAccounts1796050200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update users u set status = 'invited' where status = 'active' and not exists (select from credentials c where c.user_id = u.id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update users set status = 'active' where status = 'invited'`);
  }
}
