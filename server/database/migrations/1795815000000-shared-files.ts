import type { MigrationInterface, QueryRunner } from 'typeorm';

// A file knows its post, so that a post's files are found without looking at the messages of its room.
const UP = `
alter table attachments add column post_id uuid constraint fk_attachments_post references posts (id) on delete cascade;
update attachments a set post_id = m.post_id from messages m where m.id = a.message_id;
create index ix_attachments_post_shared on attachments (post_id, message_id, position)
  where message_id is not null and gone_at is null and state <> 'rejected';
create index ix_attachments_room_shared on attachments (room_id, message_id, position)
  where message_id is not null and gone_at is null and state <> 'rejected';
`;

const DOWN = `
drop index ix_attachments_room_shared, ix_attachments_post_shared;
alter table attachments drop column post_id;
`;

export class SharedFiles1795815000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
