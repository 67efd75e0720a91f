import { createHmac } from 'node:crypto';
import { deriveKey } from '../../../server/auth/tokens.js';
import { SECRET_KEY } from './test-server.js';

/** A bearer token as the server would make it, or as a forger would. */
export function signToken(
  claims: object,
  { key = deriveKey(SECRET_KEY, 'access tokens'), algorithm = 'HS256' }: { key?: string; algorithm?: string } = {},
): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = `${encode({ alg: algorithm, typ: 'JWT' })}.${encode(claims)}`;
  const mac = algorithm === 'none' ? '' : createHmac('sha256', key).update(head).digest('base64url');
  return `${head}.${mac}`;
}

/** What a bearer token says. */
export function claimsOf(token: string): { sub: string; sid: string; exp: number } {
  const [, claims = ''] = token.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string; sid: string; exp: number };
}
