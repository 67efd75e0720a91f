import { Module } from '@nestjs/common';
import { FillSearchKeys } from './fill-search-keys.job.js';
import { SearchKeysRepository } from './search-keys.repository.js';

/** What people, rooms, posts and tags are found by. */
@Module({
  providers: [FillSearchKeys, SearchKeysRepository],
})
export class SearchModule {}
