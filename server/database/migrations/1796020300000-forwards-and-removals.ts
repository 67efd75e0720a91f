import type { MigrationInterface, QueryRunner } from 'typeorm';

// A message may carry another one's words, and files may share the bytes of another file.
const UP = `
alter table messages add column forwarded jsonb;
alter table messages drop constraint ck_messages_tombstone;
alter table messages add constraint ck_messages_tombstone
  check (state = 'live' or (text = '' and system is null and reply_to_id is null and forwarded is null));
alter table attachments add column bytes_id uuid;
create index ix_attachments_bytes on attachments ((coalesce(bytes_id, id)));

create table message_removals (
  message_id uuid constraint pk_message_removals primary key
    constraint fk_message_removals_message references messages (id) on delete cascade,
  actor_id uuid not null constraint fk_message_removals_actor references users (id),
  reason text not null,
  at timestamptz(3) not null default now()
);
`;

const DOWN = `
drop table message_removals;
drop index ix_attachments_bytes;
delete from attachments where bytes_id is not null;
alter table attachments drop column bytes_id;
alter table messages drop constraint ck_messages_tombstone;
alter table messages drop column forwarded;
alter table messages add constraint ck_messages_tombstone
  check (state = 'live' or (text = '' and system is null and reply_to_id is null));
`;

export class ForwardsAndRemovals1796020300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
