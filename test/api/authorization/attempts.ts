import { ask } from '../../kit/api/answer.js';
import { sendFormTo } from '../../kit/api/files.js';
import type { TestServer } from '../../kit/api/test-server.js';
import type { Row } from './row.js';
import type { World } from './world.js';

/** How a route answered somebody. */
export interface Outcome {
  status: number;
  /** Of a refusal. */
  code?: string;
}

/** Makes the attempt of a row as the world's actor. */
export async function tryRoute(
  server: TestServer,
  route: string,
  { attempt, isFile }: Row,
  world: World,
  picture: Buffer,
): Promise<Outcome> {
  const [method, pattern] = route.split(' ') as [string, string];
  const { query = '', body, file, cookie, ...named } = attempt(world);
  const own = { room: world.room.slug, post: world.topic.slug, username: world.guest.name, name: world.sent.name };
  const parts: Record<string, string | undefined> = { ...own, ...named };
  const path = pattern.replace(/:(\w+)/gu, (_, name: string) => parts[name] ?? name) + query;
  const { actor } = world;
  if (file) {
    const sender = actor ?? { address: server.address, token: '' };
    return outcome(await sendFormTo(sender, method as 'PUT', path, [['file', picture, 'picture.png']]));
  }
  const headers = {
    ...(actor && { authorization: `Bearer ${actor.token}` }),
    ...(cookie && actor && { cookie: `refresh=${actor.refreshCookie}` }),
  };
  if (isFile) return outcomeOfFile(await fetch(server.address + path, { method, headers }));
  return outcome(await ask(server.address, path, { method, body, headers }));
}

function outcome({ status, body }: { status: number; body: unknown }): Outcome {
  return status < 400 ? { status } : { status, code: (body as { code?: string }).code ?? 'none' };
}

async function outcomeOfFile(response: Response): Promise<Outcome> {
  const text = await response.text();
  return outcome({ status: response.status, body: response.ok ? undefined : (JSON.parse(text) as unknown) });
}

const USUAL_CODES: Record<string, string> = { 403: 'forbidden', 404: 'not_found' };

/** What a cell of the table asks for. @param role without a session or with one that is over, for the code of a 401 */
export function expected(cell: string, role: string): Outcome {
  const [status = '', code] = cell.split(':');
  if (Number(status) < 400) return { status: Number(status) };
  const unauthenticated = role === 'nobody' ? 'unauthenticated' : 'session_ended';
  return { status: Number(status), code: code ?? USUAL_CODES[status] ?? (status === '401' ? unauthenticated : 'none') };
}
