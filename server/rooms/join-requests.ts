import { Transactions } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Publishes } from '../events/listener.decorators.js';
import { RequestsRepository } from './requests.repository.js';
import { RoomRequestsChanged } from './rooms.events.js';

/** The changes of who asks to join a room, told to those who keep it; without asking who may. */
@Publishes(RoomRequestsChanged)
export class JoinRequests {
  constructor(
    private readonly repository: RequestsRepository,
    private readonly transactions: Transactions,
    private readonly events: EventBus,
  ) {}

  /** Notes that a user asks; nothing when they are a member, asked before, or there is no such private room. */
  async add(roomId: string, userId: string): Promise<void> {
    await this.change(roomId, () => this.repository.add(roomId, userId));
  }

  /** Forgets a request; nothing when there is none. */
  async clear(roomId: string, userId: string): Promise<void> {
    await this.change(roomId, () => this.repository.clear(roomId, userId));
  }

  /** Forgets all requests of a room. */
  async clearAll(roomId: string): Promise<void> {
    await this.change(roomId, () => this.repository.clearAll(roomId));
  }

  private async change(roomId: string, apply: () => Promise<boolean>): Promise<void> {
    await this.transactions.run(async () => {
      if (!(await apply())) return;
      const keeperIds = await this.repository.touchKeepers(roomId);
      await this.events.publish(new RoomRequestsChanged(roomId, keeperIds));
    });
  }
}
