/** A user has an account. Published inside the transaction that makes it. */
export class UserRegistered {
  constructor(
    readonly userId: string,
    readonly locale: string,
  ) {}
}

/** What everybody sees of a user has changed: name, picture, role or status. */
export class UserChanged {
  constructor(readonly userId: string) {}
}

/** An admin took the account out of use: its sessions end and its sockets close. */
export class UserDeactivated {
  constructor(readonly userId: string) {}
}
