import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Attachment } from '#contracts/attachment.dto.js';
import type { Message } from '#contracts/message.dto.js';
import { body } from '../api/answer.js';
import { ChatUser } from '../api/chat-user.js';
import { upload } from '../api/files.js';
import type { TestServer } from '../api/test-server.js';
import { COLLEAGUES, type Colleague, CROWD, type Username } from './people.js';
import { ROOMS } from './rooms.js';
import type { Told, ToldPost, ToldRoom } from './told.js';

export const LANTERN_PASSWORD = 'a lamp on the stairs';
/** Hanna has read what is older, in minutes: chats, and topics. */
const READ_BEFORE = { chat: 12, topic: 195 };
const MINUTE_MS = 60_000;

/** A whole organisation on a server: people with pictures, rooms, posts, and what was said over the last days. */
export class Lanternworks {
  private readonly users = new Map<string, ChatUser>();
  private readonly moments: { id: string; at: Date }[] = [];

  private constructor(private readonly server: TestServer) {}

  /** Moves in. @param now when "4 minutes ago" is counted from */
  static async on(server: TestServer, now = new Date()): Promise<Lanternworks> {
    const place = new Lanternworks(server);
    for (const colleague of [...COLLEAGUES, ...CROWD]) await place.hire(colleague);
    for (const room of ROOMS) await place.build(room, now);
    await place.turnBackTime(now);
    return place;
  }

  user(name: Username): ChatUser {
    const user = this.users.get(name);
    if (user === undefined) throw new Error(`Nobody here is called ${name}`);
    return user;
  }

  /** Brings those to their desks who are there in the pictures. */
  async open(): Promise<void> {
    const people: readonly Colleague[] = [...COLLEAGUES, ...CROWD];
    for (const { username, isOnline } of people) if (isOnline) await this.users.get(username)?.connect();
  }

  /** Sends everybody home. */
  close(): void {
    for (const { sockets } of this.users.values()) for (const socket of sockets) socket.close();
  }

  private async hire({ username, displayName, aboutMe, location, picture }: Colleague): Promise<void> {
    const account = { username, displayName, email: `${username}@lanternworks.example`, password: LANTERN_PASSWORD };
    const user = await ChatUser.register(this.server.address, account);
    this.users.set(username, user);
    await body(user.patch('/api/profiles/me', { aboutMe: aboutMe ?? '', location: location ?? '' }));
    if (picture !== undefined) await this.putPicture(user, '/api/profiles/me/image', await draw(picture, 256));
  }

  private async build(told: ToldRoom, now: Date): Promise<void> {
    const { name, slug, about, visibility, by } = told;
    const owner = this.user(by);
    const room = await owner.createRoom({ name, slug, about, visibility });
    const others = told.members.filter((member) => member !== by).map((member) => this.user(member));
    const crowd =
      told.visibility === 'private' ? CROWD.slice(0, told.posts.length * 2).map(({ username }) => username) : [];
    const everybody = [...others, ...crowd.flatMap((username) => this.users.get(username) ?? [])];
    for (const user of everybody) await owner.add(room.slug, user);
    for (const message of told.chat) await this.say(room.id, room.chatPost.id, message, now);
    for (const post of told.posts) await this.write(room.id, post, now);
    if (told.members.includes('hanna')) await this.read(room.chatPost.id, told.chat, 1, READ_BEFORE.chat);
  }

  private async write(roomId: string, told: ToldPost, now: Date): Promise<void> {
    const author = this.user(told.by);
    const { title, about = '', tags } = told;
    const post = await author.createPost(roomId, { title, about, tags: [...tags] });
    const path = `/api/rooms/${roomId}/posts/${post.id}`;
    if (told.cover !== undefined) await this.putPicture(author, `${path}/image`, await draw(told.cover, 960));
    for (const message of told.messages) await this.say(roomId, post.id, message, now);
    if (told.isResolved) await body(author.patch(path, { state: 'resolved' }));
    this.moments.push({ id: post.id, at: ago(now, told.minutes) });
    await this.read(post.id, told.messages, 0, READ_BEFORE.topic);
  }

  private async say(roomId: string, postId: string, told: Told, now: Date): Promise<void> {
    const author = this.user(told.by);
    const attachmentIds: string[] = [];
    for (const file of told.files ?? []) {
      const content = file.drawing === undefined ? Buffer.alloc(file.bytes ?? 1, 'x') : await draw(file.drawing, 960);
      const attachment = await upload(author, roomId, content, file.name);
      if (file.alt !== undefined) await this.describe(author, attachment, file.alt);
      attachmentIds.push(attachment.id);
    }
    const isEdited = told.fate === 'edited';
    const text = isEdited ? told.text.slice(0, -1) : told.text;
    const wish = { clientId: randomUUID(), text, ...(attachmentIds.length > 0 && { attachmentIds }) };
    const message = await body(author.post<Message>(`/api/posts/${postId}/messages`, wish));
    if (told.fate === 'recalled') await body(author.post(`/api/messages/${message.id}/recall`));
    if (isEdited) await body(author.patch(`/api/messages/${message.id}`, { text: told.text }));
    this.moments.push({ id: message.id, at: ago(now, told.minutes) });
  }

  private async describe(author: ChatUser, { id }: Attachment, alt: string): Promise<void> {
    await body(author.patch(`/api/attachments/${id}`, { alt }));
  }

  /** Hanna's mark: behind what is older than that. */
  private async read(postId: string, messages: readonly Told[], before: number, minutes: number): Promise<void> {
    const seq = before + messages.filter((message) => message.minutes >= minutes).length;
    const client = await this.user('hanna').connect();
    await client.done('post:read', { postId, seq });
    client.close();
  }

  private async putPicture(user: ChatUser, path: string, picture: Buffer): Promise<void> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'picture.png');
    const headers = { authorization: `Bearer ${user.token}` };
    const { ok, status } = await fetch(user.address + path, { method: 'PUT', headers, body: form });
    if (!ok) throw new Error(`${path} answers ${String(status)}`);
  }

  /** Everything was said when it is told to have been: the server writes down its own time. */
  private async turnBackTime(now: Date): Promise<void> {
    for (const { id, at } of this.moments) {
      await this.server.sql(
        'update messages set created_at = $2, edited_at = edited_at - ($3::timestamptz - $2) where id = $1',
        [id, at, now],
      );
      await this.server.sql('update posts set created_at = $2 where id = $1', [id, at]);
    }
    await this.server.sql(`update messages set created_at = $1 where kind = 'system'`, [ago(now, 30 * 24 * 60)]);
    await this.server.sql(
      'update post_heads set active_at = (select max(created_at) from messages where post_id = post_heads.post_id)',
    );
  }
}

const drawn = new Map<string, Promise<Buffer>>();

/** A drawing as PNG. */
function draw(name: string, width: number): Promise<Buffer> {
  const key = `${name} ${String(width)}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const made = readFile(join(import.meta.dirname, 'pictures', `${name}.svg`)).then((svg) =>
    sharp(svg, { density: 200 }).resize({ width }).png().toBuffer(),
  );
  drawn.set(key, made);
  return made;
}

function ago(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * MINUTE_MS);
}
