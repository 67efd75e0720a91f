import {
  createFlexibleConnectedPositionStrategy,
  createOverlayRef,
  createRepositionScrollStrategy,
} from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import { inject, Injectable, Injector } from '@angular/core';
import { t } from '../../language/texts';
import { Viewport } from '../../ui/viewport';

const ABOVE = [
  { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -8 },
  { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 8 },
] as const;

/** Lets one choose an emoji: above what it is for, on a phone in a sheet. */
@Injectable({ providedIn: 'root' })
export class EmojiPanels {
  private readonly injector = inject(Injector);
  private readonly viewport = inject(Viewport);

  /** Resolves with the emoji, or with nothing when it was closed without one. */
  async ask(origin: HTMLElement): Promise<string | undefined> {
    return this.viewport.isCompact() ? this.askInSheet() : this.askAbove(origin);
  }

  private async askInSheet(): Promise<string | undefined> {
    const [{ MatBottomSheet }, { EmojiSheet }] = await Promise.all([
      import('@angular/material/bottom-sheet'),
      import('./emoji-sheet'),
    ]);
    const sheet = this.injector.get(MatBottomSheet).open<unknown, unknown, string>(EmojiSheet, {
      ariaLabel: t('messages.emoji'),
      autoFocus: false,
      restoreFocus: false,
    });
    return new Promise((resolve) => sheet.afterDismissed().subscribe(resolve));
  }

  private async askAbove(origin: HTMLElement): Promise<string | undefined> {
    const { EmojiPanel } = await import('./emoji-panel');
    const overlay = createOverlayRef(this.injector, {
      positionStrategy: createFlexibleConnectedPositionStrategy(this.injector, origin)
        .withPositions([...ABOVE])
        .withPush(true)
        .withViewportMargin(8),
      scrollStrategy: createRepositionScrollStrategy(this.injector),
      hasBackdrop: true,
      backdropClass: 'cdk-overlay-transparent-backdrop',
    });
    const chosen = new Promise<string | undefined>((resolve) => {
      const panel = overlay.attach(new ComponentPortal(EmojiPanel, null, this.injector));
      panel.instance.picked.subscribe(resolve);
      overlay.backdropClick().subscribe(() => resolve(undefined));
      overlay.detachments().subscribe(() => resolve(undefined));
      overlay.keydownEvents().subscribe((event) => {
        if (event.key === 'Escape' && !event.isComposing) resolve(undefined);
      });
      whenLeft(overlay.overlayElement, () => resolve(undefined));
    });
    asDialog(overlay.overlayElement);
    return chosen.finally(() => overlay.dispose());
  }
}

function asDialog(pane: HTMLElement): void {
  pane.setAttribute('role', 'dialog');
  pane.setAttribute('aria-label', t('messages.emoji'));
  pane.setAttribute('aria-modal', 'true');
}

/** Tab at its end leads out of it, and that closes it. */
function whenLeft(pane: HTMLElement, close: () => void): void {
  pane.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !pane.contains(relatedTarget)) close();
  });
}
