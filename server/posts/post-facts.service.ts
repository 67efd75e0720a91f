import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Transactions } from '../database/transactions.js';
import type { PostFacts } from './post-record.js';
import { PostsRepository } from './posts.repository.js';

const CONFIRMED_MS = 5_000;
const CACHED = 50_000;

/** In which room a post is and whether it is resolved: at most five seconds old, and this node's own changes count at once. */
@Injectable()
export class PostFactsService {
  private readonly known = new LRUCache<string, PostFacts>({ max: CACHED, ttl: CONFIRMED_MS });

  constructor(
    private readonly repository: PostsRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Undefined when there is no such post. Inside a transaction it is read there. */
  async find(postId: string): Promise<PostFacts | undefined> {
    if (this.transactions.isActive) return this.repository.findFacts(postId);
    const known = this.known.get(postId);
    if (known) return known;
    const facts = await this.repository.findFacts(postId);
    if (facts) this.known.set(postId, facts);
    return facts;
  }

  /** Makes this node ask again once the present transaction is durable. */
  forget(postId: string): void {
    this.transactions.afterCommit(() => {
      this.known.delete(postId);
    });
  }
}
