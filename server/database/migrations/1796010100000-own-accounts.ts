import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table usernames (
  username text constraint pk_usernames primary key,
  user_id uuid not null constraint fk_usernames_user references users (id) on delete cascade
);
create index ix_usernames_user on usernames (user_id);
insert into usernames (username, user_id) select username, id from users;

-- A username that somebody had stays theirs: nobody else takes it, not even at the same moment.
create function keep_username() returns trigger language plpgsql as $$
begin
  insert into usernames (username, user_id) values (new.username, new.id) on conflict do nothing;
  if (select user_id from usernames where username = new.username) <> new.id then
    raise unique_violation using message = 'username is taken', constraint = 'uq_users_username';
  end if;
  return null;
end $$;
create trigger keep_username after insert or update of username on users for each row execute function keep_username();

alter table profiles add column density text not null default 'comfortable'
  constraint ck_profiles_density check (density in ('comfortable', 'compact'));
`;

const DOWN = `
alter table profiles drop column density;
drop trigger keep_username on users;
drop function keep_username();
drop table usernames;
`;

export class OwnAccounts1796010100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
