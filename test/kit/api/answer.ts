import { HttpContract } from './http-contract.js';

const contract = new HttpContract();

/** An answer over HTTP, found to be as the committed contract says. */
export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
  /** Cookies that were set, by name, without their attributes; an emptied one is ''. */
  cookies: Record<string, string>;
  text: string;
}

/** What every refusal carries. */
export interface Refusal {
  code: string;
  detail: string;
  status: number;
  requestId: string;
  errors?: { field: string; code: string; message: string }[];
  suggestion?: string;
  current?: { text: string };
}

export interface Request {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Asks, and compares the answer with the contract. @throws Error when the answer is not as documented */
export async function ask<Body>(address: string, path: string, request: Request = {}): Promise<Answer<Body>> {
  const response = await send(address + path, request);
  const text = await response.text();
  const contentType = (response.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
  const read = contentType.endsWith('json') ? (JSON.parse(text) as unknown) : text;
  const fault = contract.findFault({
    method: request.method ?? 'GET',
    path,
    status: response.status,
    contentType,
    body: read,
  });
  if (fault !== undefined) throw new Error(fault);
  return {
    status: response.status,
    headers: response.headers,
    body: read as Body,
    cookies: cookiesOf(response.headers),
    text,
  };
}

function send(url: string, { method = 'GET', body, headers = {} }: Request): Promise<Response> {
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const content = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(url, { method, headers: { ...type, ...headers }, body: content, redirect: 'manual' });
}

/** The body of an answer that must be a good one. */
export async function body<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const { status, body: read } = await answer;
  if (status >= 300) throw new Error(`Refused with ${status}: ${JSON.stringify(read)}`);
  return read;
}

function cookiesOf(headers: Headers): Record<string, string> {
  const pairs = headers.getSetCookie().map((cookie) => /^([^=]+)=([^;]*)/u.exec(cookie));
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
}
