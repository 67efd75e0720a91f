import type { NextFunction, Request, RequestHandler, Response } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the build names by its content, and so never changes under its name. */
const NAMED_BY_CONTENT = /\/(?:media\/[^/]+|[\w-]+-[\w-]{8}\.(?:js|css)(?:\.br|\.gz)?)$/u;
/** Addresses that are never a page. */
const NO_PAGE = /^\/(api|socket\.io|metrics)(\/|$)/u;

/**
 * Serves the built web client: its files, named by their content, for a year, packed as the build left them; its page
 * for every other address, since the client does its own routing.
 */
export function serveWebClient(folder: string): RequestHandler[] {
  const page = join(folder, 'index.html');
  const serveFile = expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gz'],
    index: false,
    serveStatic: {
      // `/api/rooms/..%2f..` is no folder of the client, and no address to be corrected.
      redirect: false,
      setHeaders: (response, path) => {
        const keep = NAMED_BY_CONTENT.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
        response.setHeader('Cache-Control', keep);
      },
    },
  });
  // What is no page is no file either, and its refusals are the API's.
  const files = (request: Request, response: Response, next: NextFunction): void => {
    if (NO_PAGE.test(request.path) || !isReadable(request.path)) next();
    else serveFile(request, response, next);
  };
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

/** No file has an address that cannot be decoded; the page says so in its own words. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
