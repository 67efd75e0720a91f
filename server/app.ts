import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { serveDocs } from './api-docs.js';
import type { Config } from './platform/config/config.js';
import { CLIENT_FOLDER } from './platform/config/project.js';
import { ProblemFilter } from './platform/errors/problem.filter.js';
import { onlyJson } from './platform/http/only-json.js';
import { securityHeaders } from './platform/http/security-headers.js';
import { RequestContext } from './platform/http/request-context.js';
import { ContractPipe } from './platform/http/contract.pipe.js';
import { serveWebClient } from './platform/http/web-client.js';
import { ChatIoAdapter } from './realtime/gateways/chat-io.adapter.js';
import { UsersService } from './users/users.service.js';

/** Enough for the longest message with every character escaped. */
const LARGEST_BODY = '256kb';

/** Node's five minutes are too short for 25 MiB from a slow phone; who says nothing is cut off sooner (`platform/uploads/`). */
const LONGEST_REQUEST_MS = 3_600_000;

/** Builds the whole program; `launch/` opens the port and closes the app again. */
export async function createApp(config: Config): Promise<INestApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config), {
    bufferLogs: true,
    // What fails while the app is built is told once, in one line, by whoever starts it.
    autoFlushLogs: false,
    abortOnError: false,
    bodyParser: false,
    // `SocketDrain` gave everybody time to come to an end.
    forceCloseConnections: true,
  });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  app.set('trust proxy', config.trustProxy);
  app.disable('x-powered-by');
  app.use(securityHeaders(), ...serveWebClient(CLIENT_FOLDER), onlyJson, cookieParser());
  app.useBodyParser('json', { limit: LARGEST_BODY });
  app.use(app.get(RequestContext).begin);
  app.setGlobalPrefix('api', { exclude: ['metrics'] });
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useWebSocketAdapter(new ChatIoAdapter(app));
  app.getHttpServer().requestTimeout = LONGEST_REQUEST_MS;
  serveDocs(app);
  return app;
}

/** True while nobody has registered: the start tells how the owner is made. */
export async function needsOwner(app: INestApplication): Promise<boolean> {
  return app.get(UsersService).needsOwner();
}
