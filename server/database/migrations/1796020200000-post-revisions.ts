import type { MigrationInterface, QueryRunner } from 'typeorm';

// What a topic was called and said, over time. Of those that are there, the history begins with what they are now.
const UP = `
create table post_revisions (
  post_id uuid not null constraint fk_post_revisions_post references posts (id) on delete cascade,
  version integer not null,
  title text not null,
  about text not null,
  editor_id uuid not null constraint fk_post_revisions_editor references users (id),
  at timestamptz(3) not null,
  constraint pk_post_revisions primary key (post_id, version)
);
insert into post_revisions (post_id, version, title, about, editor_id, at)
  select id, version, title, about, author_id, created_at from posts where kind = 'topic' and deleted_at is null;
`;

const DOWN = `
drop table post_revisions;
`;

export class PostRevisions1796020200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
