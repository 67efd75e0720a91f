type Change = (userId: string, isOnline: boolean, nodeId: string) => void;

/** Which nodes say of whom that they are online: somebody is, as long as one of them does. */
export class PresenceClaims {
  private readonly byNode = new Map<string, Set<string>>();
  private readonly counts = new Map<string, number>();

  /** @param change is called when somebody comes online or goes offline, with the node whose word it was */
  constructor(private readonly change: Change) {}

  isOnline(userId: string): boolean {
    return this.counts.has(userId);
  }

  /** Everybody who is online. */
  userIds(): string[] {
    return [...this.counts.keys()];
  }

  /** Those of whom the node says it. */
  of(nodeId: string): string[] {
    return [...(this.byNode.get(nodeId) ?? [])];
  }

  add(nodeId: string, userId: string): void {
    const claimed = this.byNode.get(nodeId) ?? new Set();
    if (claimed.has(userId)) return;
    this.byNode.set(nodeId, claimed.add(userId));
    const count = this.counts.get(userId) ?? 0;
    this.counts.set(userId, count + 1);
    if (count === 0) this.change(userId, true, nodeId);
  }

  remove(nodeId: string, userId: string): void {
    const claimed = this.byNode.get(nodeId);
    if (!claimed?.delete(userId)) return;
    if (claimed.size === 0) this.byNode.delete(nodeId);
    const count = this.counts.get(userId) ?? 1;
    if (count > 1) {
      this.counts.set(userId, count - 1);
    } else {
      this.counts.delete(userId);
      this.change(userId, false, nodeId);
    }
  }

  /** From now on the node says it of exactly these. */
  replace(nodeId: string, userIds: readonly string[]): void {
    const wanted = new Set(userIds);
    for (const userId of this.of(nodeId)) if (!wanted.has(userId)) this.remove(nodeId, userId);
    for (const userId of wanted) this.add(nodeId, userId);
  }
}
