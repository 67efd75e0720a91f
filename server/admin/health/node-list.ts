import { Injectable } from '@nestjs/common';
import type { HealthNode, LoggedError } from '#contracts/admin-health.dto.js';
import { Heartbeat } from './heartbeat.js';
import { presentErrors, presentNode } from './node.presenter.js';
import { NodesRepository } from './nodes.repository.js';

/** The processes of this Roomers, and the errors that they met. */
@Injectable()
export class NodeList {
  constructor(
    private readonly repository: NodesRepository,
    private readonly heartbeat: Heartbeat,
  ) {}

  /** Of this process as it is now, of the others as they said some seconds ago. */
  async read(): Promise<{ nodes: HealthNode[]; errors: LoggedError[] }> {
    await this.heartbeat.beat();
    const records = await this.repository.list();
    return {
      nodes: records.map((record) => presentNode(record, this.heartbeat.nodeId)),
      errors: presentErrors(records),
    };
  }
}
