import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of two words on a favourite the later one is known. */
export class FavouriteVersions1796040100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table room_members add column favourite_version integer not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table room_members drop column favourite_version');
  }
}
