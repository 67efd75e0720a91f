import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['users', 'rooms', 'posts', 'tags'];

/** What names are found by. Rows that are there have none: the program computes them when it has started, with its dictionary. */
export class SearchKeys1796020400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`alter table ${table} add column search_key text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`alter table ${table} drop column search_key`);
  }
}
