import type { Message } from './message.dto.js';
import type { SharedPost } from './post.dto.js';
import type { Membership, SharedRoom } from './room.dto.js';
import type {
  ClosePostDto,
  MessageAck,
  OpenedAck,
  OpenPostDto,
  PresenceAck,
  ReadAck,
  ReadPostDto,
  RecallMessageDto,
  RenewedAck,
  RenewSessionDto,
  SocketEditMessageDto,
  SocketError,
  SocketSendMessageDto,
  TypingDto,
  WatchPresenceDto,
} from './socket.dto.js';

/** Every answer to a client event. */
export type Ack<Answer> = ({ ok: true } & Answer) | { ok: false; error: SocketError };

type Event<Payload, Answer = object> = (payload: Payload, acknowledge: (answer: Ack<Answer>) => void) => void;

/** What a client may send. Every event but `typing` is acknowledged. */
export interface ClientEvents {
  'session:renew': Event<RenewSessionDto, RenewedAck>;
  'post:open': Event<OpenPostDto, OpenedAck>;
  'post:close': Event<ClosePostDto>;
  'message:send': Event<SocketSendMessageDto, MessageAck>;
  'message:edit': Event<SocketEditMessageDto, MessageAck>;
  'message:recall': Event<RecallMessageDto, MessageAck>;
  'post:read': Event<ReadPostDto, ReadAck>;
  'post:unread': Event<ReadPostDto, ReadAck>;
  'presence:watch': Event<WatchPresenceDto, PresenceAck>;
  typing: (payload: TypingDto) => void;
}

/** One flush of a post's changes: each message in its present state, revs `prevRev + 1` to `rev`. */
export interface MessagesFrame {
  postId: string;
  prevRev: number;
  rev: number;
  items: Message[];
}

/** That a post moved on, for members who do not have it open. */
export interface ActivityFrame {
  roomId: string;
  postId: string;
  lastSeq: number;
  rev: number;
  at: string;
  authorId: string;
  excerpt: string;
  mentions: string[];
}

export type SessionEndReason = 'signed_out' | 'expired' | 'password_changed' | 'deactivated' | 'reused';

/** What the server sends. */
export interface ServerEvents {
  messages: (frame: MessagesFrame) => void;
  activity: (frame: ActivityFrame) => void;
  post: (post: SharedPost) => void;
  room: (room: SharedRoom) => void;
  membership: (membership: Membership) => void;
  'post:deleted': (frame: { roomId: string; postId: string }) => void;
  'room:deleted': (frame: { roomId: string }) => void;
  read: (frame: { postId: string; readSeq: number; version: number }) => void;
  presence: (frame: { userId: string; online: boolean }) => void;
  typing: (frame: { postId: string; userId: string }) => void;
  'session:ended': (frame: { reason: SessionEndReason }) => void;
  'server:restarting': (frame: { backInMs: number }) => void;
}
