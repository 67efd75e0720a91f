import { randomUUID } from 'node:crypto';
import type { Attachment } from '#contracts/attachment.dto.js';
import type { HandedInvitation, NewRoomInvite } from '#contracts/invite.dto.js';
import type { Message } from '#contracts/message.dto.js';
import type { OrganisationSettings } from '#contracts/organisation.dto.js';
import type { Post } from '#contracts/post.dto.js';
import type { Room } from '#contracts/room.dto.js';
import { body } from '../../kit/api/answer.js';
import type { ChatUser } from '../../kit/api/chat-user.js';
import { putPicture, sendWith, upload } from '../../kit/api/files.js';
import { makeLink } from '../../kit/api/invites.js';
import type { Cast } from './cast.js';

/** A private room of the cast, with something of everything in it. What has an author is the member's. */
export interface Furnished extends Cast {
  room: Room;
  topic: Post;
  message: Message;
  removed: Message;
  /** Forwards `message`. */
  forwarded: Message;
  /** Uploaded, and not sent yet. */
  unsent: Attachment;
  sent: Attachment;
  logoId: string;
  /** Into the room, for any number of people. */
  link: NewRoomInvite;
  /** Of somebody who has not come yet. */
  invitationId: string;
  /** In a public room, with a tag that no other post has. */
  openTopic: Post;
  openMessage: Message;
}

export interface World extends Furnished {
  /** Who asks: the path may name a thing of theirs. */
  actor: ChatUser | undefined;
}

/** Makes a room for the cast to try something in. @param picture what room and topic show, and what is not sent yet; a text without it */
export async function makeWorld(cast: Cast, picture?: Buffer): Promise<Furnished> {
  const { people, guest, asking } = cast;
  const [owner, member, moderator] = [people['room owner']!, people.member!, people.moderator!];
  const room = await owner.createRoom({ visibility: 'private' });
  await owner.put(`/api/rooms/${room.id}/members/${moderator.name}`, { role: 'moderator' });
  for (const one of [member, guest]) await owner.add(room.id, one);
  await asking.post(`/api/rooms/${room.slug}/requests`, {});
  const topic = await member.createPost(room.id, { tags: ['tag'] });
  const logoId = picture && (await hangPictures(cast, room, topic, picture));
  const message = await member.send(room.chatPost.id, 'of the member');
  const removed = await member.send(topic.id, 'removed');
  await body(owner.post(`/api/messages/${removed.id}/removal`, { reason: 'Off topic' }));
  const wish = { postId: topic.id, clientId: randomUUID() };
  const forwarded = await body(member.post<Message>(`/api/messages/${message.id}/forward`, wish));
  const [unsent, sent] = [
    await upload(member, room.id, picture ?? 'text', 'unsent'),
    await upload(member, room.id, 'text', 'sent.txt'),
  ];
  await sendWith(member, topic.id, [sent.id]);
  const link = await makeLink(owner, room.id);
  const email = `${randomUUID()}@example.test`;
  const { invitation } = await body(people.admin!.post<HandedInvitation>('/api/admin/invitations', { email }));
  const open = await owner.createRoom();
  const openTopic = await owner.createPost(open.id, { tags: [`open-${open.id}`.slice(0, 30)] });
  const openMessage = await owner.send(openTopic.id, 'of the owner');
  const furnished = await body(owner.get<Room>(`/api/rooms/${room.id}`));
  return {
    ...cast,
    room: furnished,
    topic,
    message,
    removed,
    forwarded,
    unsent,
    sent,
    logoId: logoId ?? 'none',
    openTopic,
    openMessage,
    link,
    invitationId: invitation.id,
  };
}

/** Gives room and topic a picture, and the organisation where it has none; returns the id of that one. */
async function hangPictures(
  { founder, people }: Cast,
  room: Room,
  topic: Post,
  picture: Buffer,
): Promise<string | undefined> {
  await putPicture(people['room owner']!, `/api/rooms/${room.id}/image`, picture);
  await putPicture(people.member!, `/api/rooms/${room.id}/posts/${topic.id}/image`, picture);
  const present = await body(founder.get<OrganisationSettings>('/api/admin/settings'));
  const { logoUrl } = present.logoUrl
    ? present
    : await body(putPicture<OrganisationSettings>(founder, '/api/admin/settings/logo', picture));
  return logoUrl?.split('/').at(-1);
}
