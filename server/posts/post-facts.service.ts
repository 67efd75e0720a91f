import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { ConfirmedCache } from '../platform/cache/confirmed-cache.js';
import { NodeBus } from '../platform/nodes/node-bus.js';
import type { PostFacts } from './post-record.js';
import { PostsRepository } from './posts.repository.js';

const CACHED = 50_000;

/** In which room a post is and whether it is resolved: at most five seconds old, and changes count at once wherever they are made. */
@Injectable()
export class PostFactsService {
  private readonly known = new ConfirmedCache<PostFacts>(CACHED);

  constructor(
    private readonly repository: PostsRepository,
    private readonly transactions: Transactions,
    private readonly bus: NodeBus,
  ) {
    bus.on('post-facts', (postId: string) => {
      this.known.forget([postId]);
    });
  }

  /** Undefined when there is no such post. Inside a transaction it is read there. */
  async find(postId: string): Promise<PostFacts | undefined> {
    if (this.transactions.isActive) return this.repository.findFacts(postId);
    return this.known.get(postId, () => this.repository.findFacts(postId));
  }

  /** Makes every node ask again once the present transaction is durable. */
  forget(postId: string): void {
    this.transactions.afterCommit(() => {
      this.known.forget([postId]);
      this.bus.tell('post-facts', postId);
    });
  }
}
