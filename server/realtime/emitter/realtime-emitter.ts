import { Injectable } from '@nestjs/common';
import type { ServerEvents } from '#contracts/socket-events.js';
import { postChannel, postOfChannel, roomChannel, sessionChannel, userChannel } from './channels.js';
import type { ChatServer, ChatSocket } from './chat-socket.js';

type Arguments<Event extends keyof ServerEvents> = Parameters<ServerEvents[Event]>;

/** Sends events to those who should have them. What modules say over sockets goes through here. */
@Injectable()
export class RealtimeEmitter {
  private attached?: ChatServer;

  /** Takes the socket server once it listens; until then nobody is connected and events go nowhere. */
  attach(server: ChatServer): void {
    this.attached = server;
  }

  /** Every socket of this node. */
  localSockets(): ChatSocket[] {
    return this.attached ? [...this.attached.sockets.sockets.values()] : [];
  }

  /** Posts that a socket of this node has open. */
  openPostIds(): string[] {
    const channels = this.attached ? [...this.attached.sockets.adapter.rooms.keys()] : [];
    return channels.flatMap((channel) => postOfChannel(channel) ?? []);
  }

  /** To everyone who has the post open. */
  toPost<Event extends keyof ServerEvents>(postId: string, event: Event, ...data: Arguments<Event>): void {
    this.attached?.to(postChannel(postId)).emit(event, ...data);
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

  /** Lets a user's sockets hear a room's events, from now on. */
  joinRoom(userId: string, roomId: string): void {
    this.attached?.in(userChannel(userId)).socketsJoin(roomChannel(roomId));
  }

  /** Takes a user's sockets off a room and, when they may no longer read it, off its posts. */
  leaveRoom(userId: string, roomId: string, postIds: readonly string[]): void {
    this.attached?.in(userChannel(userId)).socketsLeave([roomChannel(roomId), ...postIds.map(postChannel)]);
  }

  /** Tells everyone but the members that a room is gone, and takes them off its posts. */
  hideFromVisitors(roomId: string, postIds: readonly string[]): void {
    this.attached?.except(roomChannel(roomId)).emit('room:deleted', { roomId });
    this.attached?.in(postIds.map(postChannel)).except(roomChannel(roomId)).socketsLeave(postIds.map(postChannel));
  }

  /** Tells the sockets of sessions that these are over, and closes them. */
  endSessions(sessionIds: readonly string[], reason: Parameters<ServerEvents['session:ended']>[0]['reason']): void {
    const sockets = this.attached?.in(sessionIds.map(sessionChannel));
    sockets?.emit('session:ended', { reason });
    sockets?.disconnectSockets(true);
  }

  /** Closes every socket, once what was sent to them has left. */
  closeAll(): void {
    for (const socket of this.localSockets()) socket.conn.close();
  }
}
