import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table organisation (
  is_only boolean constraint pk_organisation primary key default true constraint ck_organisation_one check (is_only),
  name text not null default 'Roomers',
  logo_image_id uuid,
  registration text not null default 'open'
    constraint ck_organisation_registration check (registration in ('open', 'invited')),
  email_domains text[] not null default '{}',
  verified_email boolean not null default false,
  who_may_invite text not null default 'admins'
    constraint ck_organisation_inviters check (who_may_invite in ('admins', 'members')),
  who_may_create_rooms text not null default 'everyone'
    constraint ck_organisation_room_creators check (who_may_create_rooms in ('everyone', 'admins')),
  default_room_ids uuid[] not null default '{}',
  attachment_max_bytes double precision,
  blocked_attachment_types text[] not null default '{}',
  edit_window_minutes integer,
  retention_days integer,
  version integer not null default 1
);
insert into organisation default values;
`;

const DOWN = `
drop table organisation;
`;

export class Organisation1796030000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
