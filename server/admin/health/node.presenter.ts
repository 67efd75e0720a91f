import type { HealthNode, LoggedError } from '#contracts/admin-health.dto.js';
import type { NodeRecord } from './nodes.repository.js';

const SHOWN_ERRORS = 50;

/** A node as the console shows it. @param thisId the one that answers */
export function presentNode(
  { id, role, host, version, startedAt, seenAt, isAlive, sockets }: NodeRecord,
  thisId: string,
): HealthNode {
  return {
    ...{ id, role, host, version, isAlive, isThis: id === thisId },
    ...{ startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString() },
    // Whoever was connected to a dead node is elsewhere now.
    sockets: isAlive ? sockets : 0,
  };
}

/** The errors of all nodes, the latest first. */
export function presentErrors(nodes: readonly NodeRecord[]): LoggedError[] {
  const all = nodes.flatMap(({ id, errors }) => errors.map((error) => ({ ...error, nodeId: id })));
  return all
    .sort((one, other) => other.at - one.at)
    .slice(0, SHOWN_ERRORS)
    .map((error) => ({ ...error, at: new Date(error.at).toISOString() }));
}
