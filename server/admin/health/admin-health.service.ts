import { Injectable } from '@nestjs/common';
import type { AdminHealth } from '#contracts/admin-health.dto.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { VERSION } from '../../platform/config/project.js';
import { NodeBus } from '../../platform/nodes/node-bus.js';
import { PresenceRegistry } from '../../realtime/presence/presence.registry.js';
import { HealthReport } from './health-report.js';
import { warningsOf } from './health-warnings.js';
import { NodeList } from './node-list.js';

/** How this Roomers is doing, for those who keep it going. */
@Injectable()
export class AdminHealthService {
  constructor(
    private readonly report: HealthReport,
    private readonly nodes: NodeList,
    private readonly bus: NodeBus,
    private readonly presence: PresenceRegistry,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async show(): Promise<AdminHealth> {
    const [parts, nodes] = await Promise.all([this.report.read(), this.nodes.read()]);
    const uptimeSeconds = Math.round(process.uptime());
    const facts = {
      ...{ checkedAt: this.clock.date().toISOString(), version: VERSION, uptimeSeconds },
      startedAt: new Date(this.clock.now() - uptimeSeconds * 1_000).toISOString(),
      ...nodes,
      ...parts,
      usersOnline: this.presence.onlineUserIds().length,
      redis: this.redis,
      mail: this.config.mail ? ('on' as const) : ('off' as const),
    };
    return { ...facts, warnings: warningsOf({ ...facts, hasRateLimits: this.config.rateLimits }) };
  }

  private get redis(): AdminHealth['redis'] {
    if (!this.bus.isConfigured) return 'off';
    return this.bus.isUp ? 'up' : 'down';
  }
}
