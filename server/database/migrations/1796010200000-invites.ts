import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table invites (
  id uuid constraint pk_invites primary key,
  token_hash text not null constraint uq_invites_token unique,
  maker_id uuid not null constraint fk_invites_maker references users (id) on delete cascade,
  room_ids uuid[] not null default '{}',
  email text,
  role text constraint ck_invites_role check (role in ('admin', 'member')),
  uses_left integer constraint ck_invites_uses_left check (uses_left >= 0),
  used integer not null default 0,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  constraint ck_invites_person check ((email is null) = (role is null))
);
-- Of an address there is one invitation, however it is written.
create unique index uq_invites_email on invites (lower(email));
create index ix_invites_maker on invites (maker_id);
create index ix_invites_rooms on invites using gin (room_ids);
`;

const DOWN = `
drop table invites;
`;

export class Invites1796010200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
