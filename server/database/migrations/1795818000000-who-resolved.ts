import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
alter table posts add column resolved_at timestamptz(3);
alter table posts add column resolved_by_id uuid constraint fk_posts_resolver references users (id);
`;

const DOWN = `
alter table posts drop column resolved_by_id;
alter table posts drop column resolved_at;
`;

export class WhoResolved1795818000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
