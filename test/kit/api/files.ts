import type { Attachment } from '#contracts/attachment.dto.js';
import type { Message } from '#contracts/message.dto.js';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, body, type Refusal } from './answer.js';
import type { ChatClient } from './chat-client.js';
import type { ChatUser } from './chat-user.js';
import { HttpContract } from './http-contract.js';

const contract = new HttpContract();

/** What is sent as a form: parts in their order. */
export type Parts = [field: string, content: string | Buffer, filename?: string][];

/** Sends a form to the upload route, and compares the answer with the contract. */
export function sendForm<Body = Refusal>(user: ChatUser, roomId: string, parts: Parts): Promise<Answer<Body>> {
  return sendFormTo<Body>(user, 'POST', `/api/attachments?roomId=${roomId}`, parts);
}

/** Sends a picture of a person, room or post. */
export function putPicture<Body = Refusal>(user: ChatUser, path: string, content: Buffer): Promise<Answer<Body>> {
  return sendFormTo<Body>(user, 'PUT', path, [['file', content, 'CANARY-NAME.jpg']]);
}

/** Sends a form to any route, and compares the answer with the contract. */
export async function sendFormTo<Body = Refusal>(
  user: Pick<ChatUser, 'address' | 'token'>,
  method: 'POST' | 'PUT',
  path: string,
  parts: Parts,
): Promise<Answer<Body>> {
  const form = new FormData();
  for (const [field, content, filename] of parts) {
    if (filename === undefined) form.append(field, content.toString());
    else form.append(field, new Blob([new Uint8Array(Buffer.from(content))]), filename);
  }
  const headers = { authorization: `Bearer ${user.token}` };
  const response = await fetch(user.address + path, { method, headers, body: form });
  return checked<Body>(method, path, response);
}

/** Sends anything to the upload route, whether it is a form or not. */
export async function sendRaw(user: ChatUser, roomId: string, type: string, content: string): Promise<Answer<Refusal>> {
  const path = `/api/attachments?roomId=${roomId}`;
  const headers = { authorization: `Bearer ${user.token}`, 'content-type': type };
  return checked('POST', path, await fetch(user.address + path, { method: 'POST', headers, body: content }));
}

/** Uploads one file. @throws Error when it is refused */
export function upload(user: ChatUser, roomId: string, content: string | Buffer, name: string): Promise<Attachment> {
  return body(sendForm<Attachment>(user, roomId, [['file', content, name]]));
}

/** Sends a message with files. */
export function sendWith(user: ChatUser, postId: string, attachmentIds: string[]): Promise<Message> {
  return body(
    user.post<Message>(`/api/posts/${postId}/messages`, { clientId: randomUUID(), text: 'files', attachmentIds }),
  );
}

/** The frame in which a file has come to a state, as somebody with the post open hears it. */
export async function heardInState(socket: ChatClient, id: string, state: Attachment['state']): Promise<Attachment> {
  const find = (items: Message[]): Attachment | undefined =>
    items.flatMap(({ attachments }) => attachments).find((file) => file.id === id && file.state === state);
  const frame = await socket.waitFor('messages', ({ items }) => find(items) !== undefined, 30_000);
  return find(frame.items)!;
}

/** Asks for a file as a browser does; nothing is thrown and nothing followed. */
export async function download(
  user: ChatUser,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const asked = { method, headers: { authorization: `Bearer ${user.token}`, ...headers } };
  const response = await fetch(user.address + path, asked);
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Every file below a data folder's storage, with its bytes. */
export function storedFiles(dataDir: string): { path: string; size: number }[] {
  const root = join(dataDir, 'files');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => {
      // The server may take a file away between the listing and this.
      const facts = statSync(path, { throwIfNoEntry: false });
      return facts ? [{ path, size: facts.size }] : [];
    });
}

async function checked<Body>(method: string, path: string, response: Response): Promise<Answer<Body>> {
  const text = await response.text();
  const contentType = (response.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
  const read = JSON.parse(text) as unknown;
  const fault = contract.findFault({ method, path, status: response.status, contentType, body: read });
  if (fault !== undefined) throw new Error(fault);
  return { status: response.status, headers: response.headers, body: read as Body, cookies: {}, text };
}
