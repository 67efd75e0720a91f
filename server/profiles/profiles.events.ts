/** What a user says about themselves has changed. */
export class ProfileChanged {
  constructor(readonly userId: string) {}
}
