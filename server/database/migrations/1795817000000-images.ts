import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
alter table users add column image_id uuid;
alter table rooms add column image_id uuid;
alter table posts add column image_id uuid;
create unique index uq_users_image on users (image_id) where image_id is not null;
create unique index uq_rooms_image on rooms (image_id) where image_id is not null;
create unique index uq_posts_image on posts (image_id) where image_id is not null;
`;

const DOWN = `
alter table posts drop column image_id;
alter table rooms drop column image_id;
alter table users drop column image_id;
`;

export class Images1795817000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
