import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table nodes (
  id uuid constraint pk_nodes primary key,
  role text not null constraint ck_nodes_role check (role in ('all', 'web', 'worker')),
  host text not null,
  version text not null,
  started_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  sockets integer not null default 0,
  errors jsonb not null default '[]'
);
`;

const DOWN = `
drop table nodes;
`;

export class Nodes1796030200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
