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

/** An account has another e-mail address. */
export class EmailChanged {
  constructor(
    readonly userId: string,
    readonly previousEmail: string,
    /** Milliseconds since 1970. */
    readonly at: number,
  ) {}
}

/** A user wants to leave: whoever must not lose them says so by throwing. `UserDeactivated` follows. */
export class AccountGivenUp {
  constructor(readonly userId: string) {}
}

/** An account went out of use: its sessions end and its sockets close. */
export class UserDeactivated {
  constructor(readonly userId: string) {}
}
