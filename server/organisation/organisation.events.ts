/** What holds for everybody has changed: the name, the logo or a rule. */
export class OrganisationChanged {
  constructor(readonly version: number) {}
}
