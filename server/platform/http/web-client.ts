import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

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
      const isNamedByContent = /-[A-Z0-9]{8,}\.\w+$/u.test(path) || path.includes('/media/');
      response.setHeader('Cache-Control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
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
