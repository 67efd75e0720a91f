import { randomUUID } from 'node:crypto';
import type { Authenticated } from '#contracts/auth.dto.js';
import type { Message } from '#contracts/message.dto.js';
import type { CreatePostDto, Post } from '#contracts/post.dto.js';
import type { CreateRoomDto, Room } from '#contracts/room.dto.js';
import type { User } from '#contracts/user.dto.js';
import { type Answer, ask, body, type Refusal, type Request } from './answer.js';
import { ChatClient } from './chat-client.js';

/** Somebody with an account and a session, who asks over HTTP and over sockets. */
export class ChatUser {
  readonly sockets: ChatClient[] = [];
  token: string;
  readonly user: User;
  refreshCookie: string;

  constructor(
    readonly address: string,
    registered: Answer<Authenticated>,
    readonly password: string,
    readonly email: string,
  ) {
    this.user = registered.body.user;
    this.token = registered.body.accessToken;
    this.refreshCookie = registered.cookies['refresh'] ?? '';
  }

  /** Makes an account on a server. @throws Error when it is refused */
  static async register(
    address: string,
    account: { username: string; email: string; password: string; displayName?: string },
  ): Promise<ChatUser> {
    const answer = await ask<Authenticated>(address, '/api/auth/register', { method: 'POST', body: account });
    if (answer.status !== 201) throw new Error(`${account.username} cannot register: ${answer.text}`);
    return new ChatUser(address, answer, account.password, account.email);
  }

  /** The same person at another process of the deployment. */
  at(address: string): ChatUser {
    return Object.assign(Object.create(ChatUser.prototype) as ChatUser, this, { address });
  }

  get id(): string {
    return this.user.id;
  }

  get name(): string {
    return this.user.username;
  }

  async ask<Body = Refusal>(method: string, path: string, request: Request = {}): Promise<Answer<Body>> {
    const headers = { authorization: `Bearer ${this.token}`, ...request.headers };
    return ask<Body>(this.address, path, { ...request, method, headers });
  }

  get<Body = Refusal>(path: string): Promise<Answer<Body>> {
    return this.ask<Body>('GET', path);
  }

  post<Body = Refusal>(path: string, content?: unknown): Promise<Answer<Body>> {
    return this.ask<Body>('POST', path, { body: content });
  }

  patch<Body = Refusal>(path: string, content?: unknown): Promise<Answer<Body>> {
    return this.ask<Body>('PATCH', path, { body: content });
  }

  put<Body = Refusal>(path: string, content?: unknown): Promise<Answer<Body>> {
    return this.ask<Body>('PUT', path, { body: content });
  }

  delete<Body = Refusal>(path: string): Promise<Answer<Body>> {
    return this.ask<Body>('DELETE', path);
  }

  /** Opens a connection as a tab of the web client does. */
  async connect(): Promise<ChatClient> {
    const client = await ChatClient.connect(this.address, { token: this.token, protocol: 1 });
    this.sockets.push(client);
    return client;
  }

  /** Opens a connection with a post open. */
  async open(postId: string): Promise<ChatClient> {
    const client = await this.connect();
    await client.done('post:open', { postId });
    return client;
  }

  createRoom(wish: Partial<CreateRoomDto> = {}): Promise<Room> {
    return body(this.post<Room>('/api/rooms', { name: 'Room', ...wish }));
  }

  createPost(room: string, wish: Partial<CreatePostDto> = {}): Promise<Post> {
    return body(this.post<Post>(`/api/rooms/${room}/posts`, { title: 'Topic', ...wish }));
  }

  async join(room: string): Promise<void> {
    await body(this.put(`/api/rooms/${room}/membership`));
  }

  /** Adds somebody to a room of this user. */
  async add(room: string, other: ChatUser): Promise<void> {
    await body(this.put(`/api/rooms/${room}/members/${other.name}`, {}));
  }

  /** Sends a message over HTTP. */
  send(postId: string, text = 'hello', more: { clientId?: string; replyToId?: string } = {}): Promise<Message> {
    return body(this.post<Message>(`/api/posts/${postId}/messages`, { clientId: randomUUID(), text, ...more }));
  }

  /** Sends messages over HTTP, one after the other. */
  async sendAll(postId: string, texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.send(postId, text);
  }
}
