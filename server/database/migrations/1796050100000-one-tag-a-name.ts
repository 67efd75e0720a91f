import type { MigrationInterface, QueryRunner } from 'typeorm';

// Keys of tags were made by the program, in whose lower case some letters are others than in the database's.
const UP = [
  // Tags that nobody can read of are gone, as those of posts that lose them are from now on.
  `delete from post_tags pt using posts p where p.id = pt.post_id and p.deleted_at is not null`,
  `delete from tags t where not exists (select from post_tags pt where pt.tag_id = t.id)`,
  // Of tags with one name the oldest stays.
  `create temporary table same_tags as
     select id, kept_id from (select id, first_value(id) over (partition by lower(name) order by id) as kept_id from tags) t where id <> kept_id`,
  `update posts set version = version + 1 where id in (select pt.post_id from post_tags pt join same_tags s on s.id = pt.tag_id)`,
  `insert into post_tags (post_id, tag_id, position)
     select distinct on (pt.post_id, s.kept_id) pt.post_id, s.kept_id, pt.position from post_tags pt join same_tags s on s.id = pt.tag_id
     order by pt.post_id, s.kept_id, pt.position on conflict do nothing`,
  `delete from tags where id in (select id from same_tags)`,
  `drop table same_tags`,
  `update tags set key = id::text where key <> lower(name)`,
  `update tags set key = lower(name) where key <> lower(name)`,
];

export class OneTagAName1796050100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** The keys are as good for the program before; what it lets be twice, was once made one. */
  async down(): Promise<void> {
    return Promise.resolve();
  }
}
