import type { IncomingMessage, ServerResponse } from 'node:http';
import pino, { type DestinationStream } from 'pino';
import type { Options } from 'pino-http';
import type { Config } from '../config/config.js';
import type { Principal } from '../http/access.decorators.js';
import { errorFields } from './error-fields.js';
import { requestId } from './request-id.js';
import { terminal } from './terminal-lines.js';

// At every start Nest names each module and route, which the sources say better.
const START_NOISE = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'WebSocketsController']);

// The last part of a file's address is what its owner called it.
const NAMED_FILE = /^(\/api\/files\/[^/]+\/[^/]+\/).+/u;

/** Of the entry about a request that failed; why it did has an entry of its own. */
export const REQUEST_FAILED = 'request failed';

type Level = Config['logLevel'];

/** In a terminal `info` shows only what needs a person; a file or a collector gets every request. */
export function effectiveLevel(level: Level, isTerminal: boolean): Level {
  return isTerminal && level === 'info' ? 'warn' : level;
}

/** Where the log goes: JSON lines to standard output, readable ones when that is a terminal. */
export function destination(isTerminal: boolean): DestinationStream {
  return isTerminal ? terminal : pino.destination({ fd: 1, sync: false });
}

/** What pino-http hands over when a request has ended. */
interface Ending {
  ms: number;
}

/**
 * What is written about a request: who asked for which path, how it ended and how long it took. Never its query,
 * body, cookies or headers, since those carry passwords, tokens and what people write.
 */
export function logOptions(level: Level): Options {
  return {
    level,
    base: null,
    hooks: {
      logMethod(args, write) {
        if (!isNoise(args[0])) write.apply(this, args);
      },
    },
    genReqId: requestId,
    quietReqLogger: true,
    quietResLogger: true,
    wrapSerializers: false,
    serializers: { err: errorFields, req: requestFields, res: () => undefined },
    customLogLevel: (request, response, error) => requestLevel(request, response, error),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => REQUEST_FAILED,
    customAttributeKeys: { responseTime: 'ms', reqId: 'requestId' },
    customSuccessObject: (request, response, { ms }: Ending) => ({
      ...requestFields(request),
      status: response.statusCode,
      ms,
    }),
    customErrorObject: (request, response, err, { ms }: Ending) => ({
      ...requestFields(request),
      status: response.statusCode,
      ms,
      err,
    }),
  };
}

function isNoise(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return false;
  const { context } = entry as { context?: unknown };
  return typeof context === 'string' && START_NOISE.has(context);
}

function requestLevel(request: IncomingMessage, response: ServerResponse, error?: Error): Level {
  if (error !== undefined || response.statusCode >= 500) return 'error';
  return pathOf(request).startsWith('/api/health/') ? 'debug' : 'info';
}

function requestFields(request: IncomingMessage): object {
  const userId = (request as { user?: Partial<Principal> }).user?.userId;
  return { method: request.method, path: pathOf(request), ...(userId === undefined ? {} : { userId }) };
}

function pathOf(request: IncomingMessage): string {
  const url = (request as { originalUrl?: string }).originalUrl ?? request.url ?? '';
  const path = url.split('?', 1)[0] ?? '';
  return path.replace(NAMED_FILE, '$1…');
}
