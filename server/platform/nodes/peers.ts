/** A node that has said nothing for this long is dead: what it had is let go of. */
const LEASE_MS = 12_000;

type Watcher = (nodeId: string) => void;

/** The other nodes, as heard on the bus: alive while they speak, whole while no number is missing from what they say. */
export class Peers {
  private readonly known = new Map<string, { number: number; heardAt: number }>();
  private readonly leaving = new Set<string>();
  private readonly behind: Watcher[] = [];
  private readonly gone: Watcher[] = [];

  /** Calls `watcher` for a node that is new here, or of which something was missed. */
  onBehind(watcher: Watcher): void {
    this.behind.push(watcher);
  }

  /** Calls `watcher` for a node that is dead: it fell silent without a goodbye. */
  onGone(watcher: Watcher): void {
    this.gone.push(watcher);
  }

  /** Notes that a node spoke. @returns false when something that it said before was missed */
  hear(nodeId: string, number: number): boolean {
    const before = this.known.get(nodeId);
    this.known.set(nodeId, { number, heardAt: performance.now() });
    const isWhole = before !== undefined && number === before.number + 1;
    if (!isWhole) for (const watcher of this.behind) watcher(nodeId);
    // Of a node that is new here nothing was promised before.
    return isWhole || before === undefined;
  }

  /** Notes that a node is about to stop: it is not dead when it falls silent. */
  noteLeaving(nodeId: string): void {
    this.leaving.add(nodeId);
  }

  /** Forgives the silence until now: it was this node that did not hear. */
  excuse(): void {
    const now = performance.now();
    for (const peer of this.known.values()) peer.heardAt = now;
  }

  /** Lets go of those that have been silent for too long. */
  expire(): void {
    const now = performance.now();
    for (const [nodeId, { heardAt }] of this.known) {
      if (now - heardAt <= LEASE_MS) continue;
      this.known.delete(nodeId);
      if (this.leaving.delete(nodeId)) continue;
      for (const watcher of this.gone) watcher(nodeId);
    }
  }
}
