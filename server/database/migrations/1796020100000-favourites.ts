import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
alter table room_members add column is_favourite boolean not null default false;
`;

const DOWN = `
alter table room_members drop column is_favourite;
`;

export class Favourites1796020100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
