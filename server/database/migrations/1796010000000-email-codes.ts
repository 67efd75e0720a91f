import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table email_codes (
  subject_hash text constraint pk_email_codes primary key,
  code_hash text not null,
  tries integer not null default 0,
  expires_at timestamptz(3) not null
);

create table password_links (
  user_id uuid constraint pk_password_links primary key
    constraint fk_password_links_user references users (id) on delete cascade,
  token_hash text not null constraint uq_password_links_token unique,
  expires_at timestamptz(3) not null
);
`;

const DOWN = `
drop table password_links;
drop table email_codes;
`;

export class EmailCodes1796010000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
