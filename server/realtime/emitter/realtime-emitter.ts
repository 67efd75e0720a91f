import { Injectable } from '@nestjs/common';
import type { Server as HttpServer } from 'node:http';
import type { ServerEvents } from '#contracts/socket-events.js';
import { NodeBus } from '../../platform/nodes/node-bus.js';
import { postChannel, postOfChannel, roomChannel, sessionChannel, userChannel } from './channels.js';
import type { ChatServer, ChatSocket } from './chat-socket.js';

type Arguments<Event extends keyof ServerEvents> = Parameters<ServerEvents[Event]>;

/** An event for the sockets of a channel, as one node tells it to the others. */
interface Relayed {
  channel: string;
  event: keyof ServerEvents;
  data: Arguments<keyof ServerEvents>;
}

/**
 * Sends events to the sockets of this node that should have them. What modules say over sockets goes through here; other
 * nodes say the same to theirs, because they hear of the same facts (`NodeBus`, `OnEveryNode`).
 */
@Injectable()
export class RealtimeEmitter {
  private server?: ChatServer;
  private trustedUntil = Infinity;
  private readonly silenceWatchers: (() => void)[] = [];
  /** True as soon as this node is to stop: proxies are told to send nobody. */
  isStopping = false;
  /** True while it lets its sockets go: it takes no new ones. */
  isDraining = false;

  constructor(private readonly bus: NodeBus) {
    bus.on('frame', ({ channel, event, data }: Relayed) => {
      this.attached?.to(channel).emit(event, ...data);
    });
  }

  /** Takes the socket server once it listens; until then nobody is connected and events go nowhere. */
  attach(server: ChatServer): void {
    this.server = server;
  }

  /** Notes until when the database's last word on what the sockets may hear is good. Later nothing is sent to them. */
  trustUntil(milliseconds: number): void {
    const wasSilent = !this.maySend;
    this.trustedUntil = milliseconds;
    if (wasSilent) for (const watcher of this.silenceWatchers) watcher();
  }

  /** Calls `watcher` when events may be sent again that for a while might not: those of the meantime are lost. */
  onSilenceEnded(watcher: () => void): void {
    this.silenceWatchers.push(watcher);
  }

  /** False when it is not known any more what the sockets of this node may hear. */
  get maySend(): boolean {
    return performance.now() < this.trustedUntil;
  }

  /** What all connections of this node come to, sockets and requests; nothing until it listens. */
  get httpServer(): HttpServer | undefined {
    return this.server?.httpServer as HttpServer | undefined;
  }

  /** Every socket of this node. */
  localSockets(): ChatSocket[] {
    return this.server ? [...this.server.sockets.sockets.values()] : [];
  }

  /** Posts that a socket of this node has open. */
  openPostIds(): string[] {
    const channels = this.server ? [...this.server.sockets.adapter.rooms.keys()] : [];
    return channels.flatMap((channel) => postOfChannel(channel) ?? []);
  }

  /** How many sockets of this node have the post open. */
  readersOf(postId: string): number {
    return this.server?.sockets.adapter.rooms.get(postChannel(postId))?.size ?? 0;
  }

  /** To the others of a channel, on every node. */
  toOthers<Event extends keyof ServerEvents>(
    socket: ChatSocket,
    channel: string,
    event: Event,
    ...data: Arguments<Event>
  ): void {
    if (this.maySend) socket.to(channel).emit(event, ...data);
    this.bus.tell('frame', { channel, event, data } satisfies Relayed);
  }

  /** To everyone who has the post open. @returns false when nothing may be sent now */
  toPost<Event extends keyof ServerEvents>(postId: string, event: Event, ...data: Arguments<Event>): boolean {
    const server = this.attached;
    server?.to(postChannel(postId)).emit(event, ...data);
    return server !== undefined;
  }

  /** To the room's members, wherever they look. */
  toRoom<Event extends keyof ServerEvents>(roomId: string, event: Event, ...data: Arguments<Event>): void {
    this.attached?.to(roomChannel(roomId)).emit(event, ...data);
  }

  /** To the room's members and to everyone who has one of the posts open, once each. */
  toRoomAndPosts<Event extends keyof ServerEvents>(
    roomId: string,
    postIds: readonly string[],
    event: Event,
    ...data: Arguments<Event>
  ): void {
    this.attached?.to([roomChannel(roomId), ...postIds.map(postChannel)]).emit(event, ...data);
  }

  /** To every socket of a user. */
  toUser<Event extends keyof ServerEvents>(userId: string, event: Event, ...data: Arguments<Event>): void {
    this.attached?.to(userChannel(userId)).emit(event, ...data);
  }

  toEveryone<Event extends keyof ServerEvents>(event: Event, ...data: Arguments<Event>): void {
    this.attached?.emit(event, ...data);
  }

  /** What the server sends, as long as it may. */
  private get attached(): ChatServer | undefined {
    return this.maySend ? this.server : undefined;
  }

  /** Lets a user's sockets hear a room's events, from now on. */
  joinRoom(userId: string, roomId: string): void {
    this.server?.in(userChannel(userId)).socketsJoin(roomChannel(roomId));
  }

  /** Takes a user's sockets off a room and, when they may no longer read it, off its posts. */
  leaveRoom(userId: string, roomId: string, postIds: readonly string[]): void {
    this.server?.in(userChannel(userId)).socketsLeave([roomChannel(roomId), ...postIds.map(postChannel)]);
  }

  /** Tells everyone but the members that a room is gone, and takes them off its posts. */
  hideFromVisitors(roomId: string, postIds: readonly string[]): void {
    this.server?.except(roomChannel(roomId)).emit('room:deleted', { roomId });
    this.server?.in(postIds.map(postChannel)).except(roomChannel(roomId)).socketsLeave(postIds.map(postChannel));
  }

  /** Tells the members of a deleted room, or everyone who could find it, that it is gone, and takes them off it. */
  endRoom(roomId: string, isKnownToAll: boolean): void {
    if (isKnownToAll) this.toEveryone('room:deleted', { roomId });
    else this.toRoom(roomId, 'room:deleted', { roomId });
    this.server?.in(roomChannel(roomId)).socketsLeave(roomChannel(roomId));
  }

  /** Takes all sockets off a post. */
  closePost(postId: string): void {
    this.server?.in(postChannel(postId)).socketsLeave(postChannel(postId));
  }

  /** Tells the sockets of sessions that these are over, and closes them. */
  endSessions(sessionIds: readonly string[], reason: Parameters<ServerEvents['session:ended']>[0]['reason']): void {
    const sockets = this.server?.in(sessionIds.map(sessionChannel));
    sockets?.emit('session:ended', { reason });
    sockets?.disconnectSockets(true);
  }
}
