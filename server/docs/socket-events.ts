import type { Type } from '@nestjs/common';
import { SharedPost } from '#contracts/post.dto.js';
import { Membership, SharedRoom } from '#contracts/room.dto.js';
import type { ClientEvents, ServerEvents } from '#contracts/socket-events.js';
import * as frames from '#contracts/socket-frames.dto.js';
import * as dto from '#contracts/socket.dto.js';
import { User } from '#contracts/user.dto.js';

/** What a client may send with each event, and what it is answered: `null` for nothing but `ok`. */
export const CLIENT_EVENTS: Record<keyof ClientEvents, { payload: Type; answer?: Type | null; says: string }> = {
  'session:renew': { payload: dto.RenewSessionDto, answer: dto.RenewedAck, says: 'Goes on with a newer bearer token.' },
  'post:open': { payload: dto.OpenPostDto, answer: dto.OpenedAck, says: 'Opens a post: frames come from now on.' },
  'post:close': { payload: dto.ClosePostDto, answer: null, says: 'Ends the frames of a post.' },
  'message:send': { payload: dto.SocketSendMessageDto, answer: dto.MessageAck, says: 'Sends a message.' },
  'message:edit': { payload: dto.SocketEditMessageDto, answer: dto.MessageAck, says: 'Edits an own message.' },
  'message:recall': { payload: dto.RecallMessageDto, answer: dto.MessageAck, says: 'Takes an own message back.' },
  'post:read': { payload: dto.ReadPostDto, answer: dto.ReadAck, says: 'Marks as read up to a message.' },
  'post:unread': { payload: dto.ReadPostDto, answer: dto.ReadAck, says: 'Marks as unread from a message on.' },
  'presence:watch': {
    payload: dto.WatchPresenceDto,
    answer: dto.PresenceAck,
    says: 'Replaces whom the socket watches.',
  },
  typing: { payload: dto.TypingDto, says: 'The user is writing; never acknowledged, one each three seconds counts.' },
};

/** What the server sends with each event. */
export const SERVER_EVENTS: Record<keyof ServerEvents, { payload: Type; says: string }> = {
  messages: { payload: frames.MessagesFrame, says: 'To everyone who has the post open.' },
  activity: { payload: frames.ActivityFrame, says: "To the room's members, at most once a second a post." },
  post: { payload: SharedPost, says: "To the room's members and readers; a lower version is ignored." },
  room: { payload: SharedRoom, says: "To the room's members and readers; of a new public room to everyone." },
  membership: { payload: Membership, says: "To the room's members and readers, and the user." },
  'post:deleted': { payload: frames.PostDeletedFrame, says: 'The post is gone.' },
  'room:deleted': { payload: frames.RoomDeletedFrame, says: 'The room is gone, or no longer for this reader.' },
  user: { payload: User, says: 'To everyone: what is seen of a user, or what they say of themselves, has changed.' },
  favourite: { payload: frames.FavouriteFrame, says: "To the user's sockets." },
  requests: { payload: frames.RequestsFrame, says: 'To owner and moderators of the room.' },
  read: { payload: frames.ReadFrame, says: "To the user's other sockets." },
  presence: { payload: frames.PresenceFrame, says: 'To those who watch the user.' },
  typing: { payload: frames.TypingFrame, says: 'To the others who have the post open.' },
  sync: { payload: frames.SyncFrame, says: 'To everyone: ask what changed, something was not told.' },
  'session:ended': { payload: frames.SessionEndedFrame, says: 'The connection closes after it.' },
  'server:restarting': { payload: frames.ServerRestartingFrame, says: 'The connection closes after it.' },
};
