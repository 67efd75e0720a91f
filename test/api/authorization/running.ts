import { type INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GATEWAY_METADATA, MESSAGE_METADATA } from '@nestjs/websockets/constants.js';
import type { Express } from 'express';
import { createApp } from '../../../server/app.js';
import { testConfig } from '../../kit/config.js';
import { createDatabase } from '../../kit/postgres.js';
import { temporaryFolder } from '../../kit/program.js';

/** What the running program answers to, sorted. */
export interface Doors {
  /** As `GET /api/rooms/:room`. */
  routes: string[];
  events: string[];
}

/** Starts the whole program and reads its router and its gateways. */
export async function readDoors(): Promise<Doors> {
  const [database, folder] = [await createDatabase(), temporaryFolder()];
  const app = await createApp(testConfig(database.address, { DATA_DIR: folder.path }));
  try {
    await app.init();
    return { routes: [...new Set(routesOf(app))].sort(), events: eventsOf(app).sort() };
  } finally {
    await app.close();
    await database.drop();
    folder.remove();
  }
}

/** Routes for one method at least and not for all: those are of middleware. Pages of the documentation are one door. */
function routesOf(app: INestApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as Express;
  return router.stack.flatMap(({ route }) => {
    if (route === undefined || isPageOfDocs(route.path)) return [];
    const methods = new Set(route.stack.map(({ method }) => method.toUpperCase()));
    // With and without a slash at the end it is the same door.
    const path = route.path.replace(/\/$/u, '');
    return methods.size > VERBS.length ? [] : [...methods].map((method) => `${method} ${path}`);
  });
}

const VERBS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

function isPageOfDocs(path: string): boolean {
  return /^\/api\/docs./u.test(path);
}

function eventsOf(app: INestApplication): string[] {
  const providers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()]);
  const gateways = providers.flatMap(({ metatype }) =>
    metatype && Reflect.hasMetadata(GATEWAY_METADATA, metatype) ? [metatype.prototype as object] : [],
  );
  return gateways.flatMap((gateway) =>
    Object.values(Object.getOwnPropertyDescriptors(gateway)).flatMap(({ value }: { value?: unknown }) => {
      const event: unknown = typeof value === 'function' ? Reflect.getMetadata(MESSAGE_METADATA, value) : undefined;
      return typeof event === 'string' ? [event] : [];
    }),
  );
}
