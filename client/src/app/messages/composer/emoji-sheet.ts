import { Component, inject } from '@angular/core';
import { MatBottomSheetRef } from '@angular/material/bottom-sheet';
import { EmojiPanel } from './emoji-panel';

/** The emoji of a phone. Use `EmojiPanels` to open it. */
@Component({
  selector: 'app-emoji-sheet',
  imports: [EmojiPanel],
  template: `
    <div aria-hidden="true"></div>
    <app-emoji-panel (picked)="self.dismiss($event)" />
  `,
  styles: `
    :host {
      display: block;
    }
    div {
      width: 36px;
      height: 4px;
      margin: 0 auto 8px;
      border-radius: 2px;
      background: var(--mat-sys-outline-variant);
    }
  `,
})
export class EmojiSheet {
  protected readonly self = inject<MatBottomSheetRef<EmojiSheet, string>>(MatBottomSheetRef);
}
