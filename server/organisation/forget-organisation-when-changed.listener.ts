import type { Listener } from '../events/event.js';
import { OnEveryNode } from '../events/listener.decorators.js';
import { OrganisationChanged } from './organisation.events.js';
import { Organisation } from './organisation.service.js';

/** A new rule counts from the next request on. */
@OnEveryNode(OrganisationChanged)
export class ForgetOrganisationWhenChanged implements Listener<OrganisationChanged> {
  constructor(private readonly organisation: Organisation) {}

  handle(): Promise<void> {
    this.organisation.forget();
    return Promise.resolve();
  }
}
