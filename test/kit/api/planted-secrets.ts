import { randomBytes } from 'node:crypto';
import type { Config } from '../../../server/platform/config/config.js';
import { Secrets } from '../../../server/platform/secrets/secrets.js';
import type { ChatUser } from './chat-user.js';
import { SECRET_KEY, type TestServer } from './test-server.js';

const secrets = new Secrets({ secretKey: SECRET_KEY } as Config);

/** What the server sealed. */
export function unseal(sealed: string): unknown {
  return secrets.open(sealed);
}

/** Gives a user a link for a new password, as an admin hands one out; returns what stands behind its #. */
export async function plantPasswordLink(server: TestServer, user: ChatUser, holds = '24 hours'): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await server.sql(
    `insert into password_links (user_id, token_hash, expires_at) values ($1, $2, now() + $3::interval)
     on conflict (user_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at`,
    [user.id, secrets.hash('password link', token), holds],
  );
  return token;
}

/** Lets a code be right for a new password of an address. */
export async function plantPasswordCode(server: TestServer, email: string, code: string): Promise<void> {
  const subject = `password  ${email.toLowerCase()}`;
  await server.sql(
    `insert into email_codes (subject_hash, code_hash, expires_at) values ($1, $2, now() + interval '10 minutes')
     on conflict (subject_hash) do update set code_hash = excluded.code_hash`,
    [secrets.hash('code subject', subject), secrets.hash('code', `${subject} ${code}`)],
  );
}
