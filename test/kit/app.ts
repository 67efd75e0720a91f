import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../server/app.module.js';
import { UsersService } from '../../server/users/users.service.js';
import { testConfig } from './config.js';
import { createDatabase } from './postgres.js';
import { temporaryFolder } from './program.js';

/** The whole program inside the test, without a port: for what cannot be seen from outside. */
export interface TestApp {
  readonly app: INestApplicationContext;
  /** Makes an account without a password, and returns its id. */
  makeUser(username: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts it on a database of its own. */
export async function startApp(): Promise<TestApp> {
  const [database, folder] = [await createDatabase(), temporaryFolder()];
  const config = testConfig(database.address, { DATA_DIR: folder.path, RATE_LIMITS: 'off' });
  const app = await Test.createTestingModule({ imports: [AppModule.forRoot(config)] }).compile();
  app.useLogger(false);
  await app.init();
  return {
    app,
    makeUser: async (username) => {
      const names = { username, displayName: username, email: `${username}@example.test` };
      return (await app.get(UsersService).create({ ...names, role: 'member', locale: 'en' })).id;
    },
    close: async () => {
      await app.close();
      await database.drop();
      folder.remove();
    },
  };
}
