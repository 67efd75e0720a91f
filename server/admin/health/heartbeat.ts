import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { hostname } from 'node:os';
import { Config } from '../../platform/config/config.js';
import { VERSION } from '../../platform/config/project.js';
import { RecentErrors } from '../../platform/logging/recent-errors.js';
import { TroubleLog } from '../../platform/logging/trouble-log.js';
import { NodeBus } from '../../platform/nodes/node-bus.js';
import { RealtimeEmitter } from '../../realtime/emitter/realtime-emitter.js';
import { NodesRepository } from './nodes.repository.js';

const BEAT_MS = 10_000;

/** Says every few seconds, in the database that all processes share, that this one lives and how it is. */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly trouble = new TroubleLog(new Logger('health'));
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly repository: NodesRepository,
    private readonly bus: NodeBus,
    private readonly emitter: RealtimeEmitter,
    private readonly errors: RecentErrors,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.isCommand) return;
    this.timer = setInterval(() => void this.try(), BEAT_MS);
    void this.try();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer === undefined) return;
    clearInterval(this.timer);
    await this.repository.remove(this.nodeId).catch(() => undefined);
  }

  /** This process among the others. */
  get nodeId(): string {
    return this.bus.nodeId;
  }

  /** Says so now. */
  async beat(): Promise<void> {
    await this.repository.beat({
      ...{ id: this.nodeId, role: this.config.role, host: hostname(), version: VERSION },
      sockets: this.emitter.localSockets().length,
      errors: this.errors.list(),
      upSeconds: process.uptime(),
    });
  }

  private async try(): Promise<void> {
    await this.beat().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : 'no reason given';
      this.trouble.warn(`Other nodes cannot be told that this one lives: ${reason}`);
    });
  }
}
