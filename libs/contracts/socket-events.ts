import type { SharedPost } from './post.dto.js';
import type { Membership, SharedRoom } from './room.dto.js';
import type { User } from './user.dto.js';
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
import type {
  ActivityFrame,
  FavouriteFrame,
  MessagesFrame,
  PostDeletedFrame,
  PresenceFrame,
  ReadFrame,
  RequestsFrame,
  RoomDeletedFrame,
  ServerRestartingFrame,
  SessionEndedFrame,
  SyncFrame,
  TypingFrame,
} from './socket-frames.dto.js';

export type { ActivityFrame, MessagesFrame, SessionEndReason } from './socket-frames.dto.js';

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

/** What the server sends. */
export interface ServerEvents {
  messages: (frame: MessagesFrame) => void;
  activity: (frame: ActivityFrame) => void;
  post: (post: SharedPost) => void;
  room: (room: SharedRoom) => void;
  membership: (membership: Membership) => void;
  'post:deleted': (frame: PostDeletedFrame) => void;
  'room:deleted': (frame: RoomDeletedFrame) => void;
  user: (user: User) => void;
  favourite: (frame: FavouriteFrame) => void;
  requests: (frame: RequestsFrame) => void;
  read: (frame: ReadFrame) => void;
  presence: (frame: PresenceFrame) => void;
  typing: (frame: TypingFrame) => void;
  sync: (frame: SyncFrame) => void;
  'session:ended': (frame: SessionEndedFrame) => void;
  'server:restarting': (frame: ServerRestartingFrame) => void;
}
