import type { MigrationInterface, QueryRunner } from 'typeorm';

// What is deleted is out of sight at once and cleared later, bit by bit. A deleted room is one without members that only members may read.
const UP = `
alter table rooms add column deleted_at timestamptz(3);
alter table rooms add constraint ck_rooms_deleted check (deleted_at is null or (visibility = 'private' and member_count = 0));
alter table rooms drop constraint uq_rooms_slug;
create unique index uq_rooms_slug on rooms (slug) where deleted_at is null;
create index ix_rooms_deleted on rooms (deleted_at) where deleted_at is not null;
alter table posts add column deleted_at timestamptz(3);
alter table posts drop constraint uq_posts_room_slug;
create unique index uq_posts_room_slug on posts (room_id, slug) where deleted_at is null;
create index ix_posts_deleted on posts (deleted_at) where deleted_at is not null;

create table post_departures (
  id uuid constraint pk_post_departures primary key,
  room_id uuid not null constraint fk_post_departures_room references rooms (id) on delete cascade,
  post_id uuid not null,
  change_xid bigint not null default pg_current_xact_id()::text::bigint
);
create index ix_post_departures_room on post_departures (room_id);
create index ix_post_departures_change on post_departures (change_xid);
`;

const DOWN = `
drop table post_departures;
delete from posts where deleted_at is not null;
delete from rooms where deleted_at is not null;
drop index uq_posts_room_slug, uq_rooms_slug;
alter table posts drop column deleted_at;
alter table rooms drop column deleted_at;
alter table rooms add constraint uq_rooms_slug unique (slug);
alter table posts add constraint uq_posts_room_slug unique (room_id, slug);
`;

export class Deletions1796020000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
