import { Module } from '@nestjs/common';
import { FilesRepository } from './files.repository.js';
import { KeptFilesCheck } from './kept-files.check.js';
import { LeftOverFilesCheck } from './left-over-files.check.js';
import { RowChecksRepository } from './row-checks.repository.js';
import { Verification } from './verification.js';

@Module({
  providers: [FilesRepository, KeptFilesCheck, LeftOverFilesCheck, RowChecksRepository, Verification],
  exports: [Verification],
})
export class VerificationModule {}
