import { Injectable, signal } from '@angular/core';

/** The secret of an invitation while somebody signs in to accept it: in memory only. */
@Injectable({ providedIn: 'root' })
export class KeptInvite {
  readonly token = signal<string | undefined>(undefined);
}
