/** Somebody accepts an invitation. Published inside the transaction that uses it up. */
export class InviteAccepted {
  constructor(
    readonly userId: string,
    readonly makerId: string,
    readonly roomIds: string[],
    /** For this person, by an admin. */
    readonly isPersonal: boolean,
  ) {}
}

/** A person is invited. Who it is and with which link is sealed, since events are kept until they were followed. */
export class PersonInvited {
  constructor(
    readonly letterId: string,
    readonly makerId: string,
    readonly sealed: string,
  ) {}
}
