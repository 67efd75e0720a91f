import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures that wait to be processed are looked for every minute. */
export class PicturesInWork1796040000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index ix_attachments_processing on attachments (created_at) where state = 'processing' and gone_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_attachments_processing');
  }
}
