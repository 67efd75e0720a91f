import type { Action } from '../ui/action';

/** Actions of a menu that are done once it has gone, so that what they open finds the focus where it will go back to. */
export class DeferredActions {
  private chosen: Action | undefined;

  of(actions: readonly Action[]): Action[] {
    return actions.map((action) => ({ ...action, run: () => (this.chosen = action) }));
  }

  /** Does what was chosen, if anything was. */
  run(): void {
    const { chosen } = this;
    this.chosen = undefined;
    chosen?.run();
  }
}
