import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the build names by its content, and so never changes under its name. */
const NAMED_BY_CONTENT = /\/(?:media\/[^/]+|(?:main|chunk|styles)-[\w-]{8}\.(?:js|css))$/u;
/** Addresses that are never a page. */
const NO_PAGE = /^\/(api|socket\.io|metrics)(\/|$)/u;

/**
 * Serves the built web client: its files, named by their content, for a year; its page for every other address,
 * since the client does its own routing.
 */
export function serveWebClient(folder: string): RequestHandler[] {
  const page = join(folder, 'index.html');
  const files = express.static(folder, {
    index: false,
    // `/api/rooms/..%2f..` is no folder of the client, and no address to be corrected.
    redirect: false,
    setHeaders: (response, path) => {
      response.setHeader(
        'Cache-Control',
        NAMED_BY_CONTENT.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  const fallback = (request: Request, response: Response, next: NextFunction): void => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && !NO_PAGE.test(request.path);
    if (!isPage || !request.accepts('html') || !existsSync(page)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  };
  return [files, fallback];
}
