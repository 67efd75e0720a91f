import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions.js';
import { NodeBus } from '../platform/nodes/node-bus.js';
import { Storage } from '../platform/storage/storage.js';

/** How long an answer may take before the part counts as down. */
const PATIENCE_MS = 2_000;

/** Whether a part that requests need answers. */
export type PartState = 'up' | 'down';

/** Asks the parts that requests need whether they are there. */
@Injectable()
export class Health {
  constructor(
    private readonly transactions: Transactions,
    private readonly bus: NodeBus,
    private readonly storage: Storage,
  ) {}

  /** The state of each part, within a little more than two seconds. */
  async check(): Promise<{ database: PartState; redis?: PartState; storage?: PartState }> {
    const checked = this.storage.check?.();
    const [database, storage] = await Promise.all([
      isUp(this.transactions.query('select 1')),
      checked && isUp(checked),
    ]);
    const redis = this.bus.isUp ? 'up' : 'down';
    return { database, ...(this.bus.isConfigured && { redis }), ...(storage && { storage }) };
  }
}

async function isUp(answer: Promise<unknown>): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartState>((resolve) => {
    timer = setTimeout(() => {
      resolve('down');
    }, PATIENCE_MS);
  });
  const asked = answer.then(
    (): PartState => 'up',
    (): PartState => 'down',
  );
  return Promise.race([asked, late]).finally(() => {
    clearTimeout(timer);
  });
}
