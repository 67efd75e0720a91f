import type { MigrationInterface, QueryRunner } from 'typeorm';

// Messages whose time is over are deleted; what quotes them keeps their number and author.
const UP = `
alter table messages add column lost_quote jsonb
  constraint ck_messages_lost_quote check (lost_quote is null or reply_to_id is not null);
`;

const DOWN = `
alter table messages drop column lost_quote;
`;

export class Retention1796030300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
