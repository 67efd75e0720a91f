import { Dialog, type DialogConfig } from '@angular/cdk/dialog';
import { createFlexibleConnectedPositionStrategy, createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { inject, Injectable, Injector } from '@angular/core';
import type { User } from '#contracts/user.dto.js';
import { t } from '../language/texts';
import { Viewport } from '../ui/viewport';
import { CARD_USER } from './card-user';

type Place = Pick<DialogConfig, 'positionStrategy' | 'backdropClass' | 'width'>;

const GAP_PX = 8;

/** Cards about people: beside what was pressed, on a phone at the bottom. One at a time. */
@Injectable({ providedIn: 'root' })
export class ProfileCards {
  private readonly dialog = inject(Dialog);
  private readonly injector = inject(Injector);
  private readonly viewport = inject(Viewport);
  private shown: { close(): void } | undefined;

  /** Opens the card of a person; the focus moves into it, and back to `origin` once it has gone. */
  async open(user: User, origin: HTMLElement): Promise<void> {
    const { ProfileCard } = await import('./profile-card');
    this.shown?.close();
    this.shown = this.dialog.open(ProfileCard, {
      ...(this.viewport.isCompact() ? this.atBottom() : this.beside(origin)),
      providers: [{ provide: CARD_USER, useValue: user }],
      ariaLabel: t('profiles.about', { name: user.displayName }),
      restoreFocus: origin,
    });
  }

  private beside(origin: HTMLElement): Place {
    const strategy = createFlexibleConnectedPositionStrategy(this.injector, origin);
    return {
      positionStrategy: strategy
        .withPositions([
          { originX: 'end', originY: 'top', overlayX: 'start', overlayY: 'top', offsetX: GAP_PX },
          { originX: 'end', originY: 'bottom', overlayX: 'start', overlayY: 'bottom', offsetX: GAP_PX },
          { originX: 'start', originY: 'top', overlayX: 'end', overlayY: 'top', offsetX: -GAP_PX },
          { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: GAP_PX },
        ])
        .withViewportMargin(GAP_PX)
        .withPush(true),
      backdropClass: 'cdk-overlay-transparent-backdrop',
    };
  }

  private atBottom(): Place {
    return {
      positionStrategy: createGlobalPositionStrategy(this.injector).bottom('0').centerHorizontally(),
      backdropClass: 'cdk-overlay-dark-backdrop',
      width: '100vw',
    };
  }
}
