/** A moderator removed a message. */
export class MessageRemoved {
  constructor(
    readonly messageId: string,
    readonly postId: string,
    readonly roomId: string,
    readonly seq: number,
    readonly actorId: string,
    readonly authorId: string,
    readonly reason: string,
  ) {}
}

/** The oldest messages of a post are gone, because their time was over: its `firstSeq` is higher. */
export class MessagesExpired {
  constructor(
    readonly postId: string,
    readonly roomId: string,
  ) {}
}
