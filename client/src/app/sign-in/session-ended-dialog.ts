import { Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
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
      heading="You were signed out"
      text="Your session ended on this device. Drafts are kept."
    >
      <button matButton="filled" mat-dialog-close cdkFocusInitial>Sign in again</button>
    </app-empty-state>
  `,
})
export class SessionEndedDialog {}
