import type { MigrationInterface, QueryRunner } from 'typeorm';

// Who wrote in a post, and when last, with one look into the index for each of them.
const UP = `
create index ix_messages_post_writer on messages (post_id, author_id, seq) where kind = 'text' and state = 'live';
`;

const DOWN = `
drop index ix_messages_post_writer;
`;

export class PostWriters1795816000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
