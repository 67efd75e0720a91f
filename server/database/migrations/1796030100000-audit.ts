import type { MigrationInterface, QueryRunner } from 'typeorm';

// Without foreign keys: an entry outlives what it speaks of. What is there stays as it was written, for everybody: the
// trigger fires also for the owner of the table, whom no revoked right keeps out, and while triggers are switched off.
const UP = `
create table audit_entries (
  id uuid constraint pk_audit_entries primary key,
  at timestamptz(3) not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  target_type text not null,
  target_id text,
  target_name text,
  ip text,
  details jsonb not null default '{}'
);
create index ix_audit_entries_at on audit_entries (at, id);
create index ix_audit_entries_actor on audit_entries (actor_id, at, id);
create index ix_audit_entries_target on audit_entries (target_id, at, id);
create index ix_audit_entries_action on audit_entries (action, at, id);
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'What was recorded stays: audit_entries takes no %.', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger tr_audit_entries_kept before update or delete or truncate on audit_entries
  for each statement execute function refuse_audit_change();
alter table audit_entries enable always trigger tr_audit_entries_kept;
revoke update, delete, truncate on audit_entries from public, current_user;
`;

const DOWN = `
drop table audit_entries;
drop function refuse_audit_change();
`;

export class Audit1796030100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
