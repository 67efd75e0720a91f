import { Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { t } from '../language/texts';
import { EmptyState } from '../ui/empty-state';

/** Over the page when the session has ended; what was written stays on this device. */
@Component({
  selector: 'app-session-ended-dialog',
  imports: [EmptyState, MatButtonModule, MatDialogModule],
  template: `
    <app-empty-state
      id="session-ended"
      icon="lock_clock"
      tone="neutral"
      [heading]="t('sign-in.signedOut')"
      [text]="t('sign-in.sessionEnded')"
    >
      <button matButton="filled" mat-dialog-close cdkFocusInitial>{{ t('sign-in.signInAgain') }}</button>
    </app-empty-state>
  `,
})
export class SessionEndedDialog {
  protected readonly t = t;
}
