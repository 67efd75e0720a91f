import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { Config } from './platform/config/config.js';

/** Builds the whole program; `launch/` opens the port and closes the app again. */
export async function createApp(config: Config): Promise<INestApplication> {
  const app = await NestFactory.create(AppModule.forRoot(config), { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Logger));
  return app;
}

/** True while nobody has registered: the start tells how the owner is made. */
export function needsOwner(_app: INestApplication): Promise<boolean> {
  return Promise.resolve(true);
}
