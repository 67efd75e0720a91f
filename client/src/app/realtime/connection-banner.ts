import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Icon } from '../ui/icon';
import { ChatSocket } from './chat-socket';
import { ConnectionStore } from './connection-store';

/** Under the header: that the connection is gone, and that it is back. */
@Component({
  selector: 'app-connection-banner',
  imports: [Icon, MatButtonModule],
  template: `
    <div
      role="status"
      [class.away]="connection.isOffline() || socket.isOutdated()"
      [class.back]="connection.sentOnReturn() !== null"
    >
      @if (socket.isOutdated()) {
        <app-icon name="refresh" />
        <span class="grow">Roomers was updated. Load this page again to go on; what you wrote is kept.</span>
        <button matButton class="small" (click)="loadAgain()">Load again</button>
      } @else if (connection.isOffline()) {
        <app-icon name="cloud_off" />
        <span class="grow">{{ awayText() }}</span>
        <button matButton class="small" (click)="socket.reconnect()">Retry</button>
      } @else if (connection.sentOnReturn() !== null) {
        <app-icon name="check" /><span class="grow">{{ backText() }}</span>
      }
    </div>
  `,
  styles: `
    div {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 0 12px 0 24px;
    }
    .away,
    .back {
      min-height: 44px;
    }
    .away {
      background: var(--app-warning-container);
      color: var(--app-on-warning-container);
    }
    .back {
      background: var(--app-success-container);
      color: var(--app-on-success-container);
    }
    button {
      --mat-button-text-label-text-color: currentColor;
    }
  `,
})
export class ConnectionBanner {
  protected readonly connection = inject(ConnectionStore);
  protected readonly socket = inject(ChatSocket);
  protected readonly awayText = computed(() =>
    this.connection.isRestarting()
      ? 'Roomers is restarting. You are offline for a moment; messages wait here and send later.'
      : 'You are offline. Messages wait here and send later.',
  );
  protected readonly backText = computed(() => {
    const count = this.connection.sentOnReturn() ?? 0;
    if (count === 0) return 'Back online';
    return count === 1 ? 'Back online, 1 message sent' : `Back online, ${count} messages sent`;
  });

  protected loadAgain(): void {
    location.reload();
  }
}
