import type { Page, Request } from 'playwright-core';

const REFUSED = { status: 403, contentType: 'application/problem+json', body: '{"status":403,"code":"forbidden"}' };
/** How long a part of the program that has just come may take until it shows something. */
const DRAWN_WITHIN_MS = 400;
/** What is not: the beat that keeps a connection. */
const EVENT = /^42/u;
const CHANGES = /"(?:message:(?:send|edit|recall)|post:(?:read|unread))"/u;

/** What a page does outside of itself: requests, frames, downloads, other windows, questions for files. Nothing of it changes the server. */
export class Effects {
  private readonly seen: string[] = [];
  private readonly underWay = new Set<Request>();
  /** When a part of the program came last: what it draws comes some moments after it. */
  private scriptAt = 0;

  static async of(page: Page): Promise<Effects> {
    const effects = new Effects();
    page.on('request', (request) => {
      effects.underWay.add(request);
      effects.seen.push('request');
    });
    const isOver = (request: Request) => {
      effects.underWay.delete(request);
      if (request.resourceType() === 'script') effects.scriptAt = Date.now();
    };
    page.on('requestfinished', isOver);
    page.on('requestfailed', isOver);
    page.on('download', () => effects.seen.push('download'));
    page.on('filechooser', () => effects.seen.push('files'));
    page.on('popup', (popup) => {
      effects.seen.push('window');
      void popup.close();
    });
    await page.route('**/api/**', (route) => {
      const isHarmless = route.request().method() === 'GET' || route.request().url().endsWith('/api/auth/refresh');
      return isHarmless ? route.fallback() : route.fulfill(REFUSED);
    });
    await page.routeWebSocket(/socket\.io/u, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((frame) => {
        const text = frame.toString();
        if (EVENT.test(text)) effects.seen.push('frame');
        if (!CHANGES.test(text)) server.send(frame);
      });
    });
    return effects;
  }

  get isQuiet(): boolean {
    return this.underWay.size === 0 && Date.now() - this.scriptAt > DRAWN_WITHIN_MS;
  }

  /** Whether something happened since it was forgotten last. */
  get areThere(): boolean {
    return this.seen.length > 0;
  }

  forget(): void {
    this.seen.length = 0;
  }

  /** Forgets what a page that was left still waited for. */
  startAfresh(): void {
    this.underWay.clear();
  }
}
