import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';
import { PageVersion } from '../page-version';
import { Icon } from '../ui/icon';
import { ChatSocket } from './chat-socket';
import { ConnectionStore } from './connection-store';

/** Under the header: that the connection is gone, and that it is back. */
@Component({
  selector: 'app-connection-banner',
  imports: [Icon, MatButtonModule],
  templateUrl: './connection-banner.html',
  styleUrl: './connection-banner.scss',
})
export class ConnectionBanner {
  protected readonly t = t;
  protected readonly connection = inject(ConnectionStore);
  protected readonly socket = inject(ChatSocket);
  private readonly version = inject(PageVersion);
  protected readonly state = computed(() => {
    if (this.version.isOutdated()) return 'outdated';
    if (this.connection.isOffline()) return 'away';
    return this.connection.sentOnReturn() === null ? 'quiet' : 'back';
  });
  protected readonly awayText = computed(() =>
    t(this.connection.isRestarting() ? 'realtime.restarting' : 'realtime.offline'),
  );
  protected readonly backText = computed(() => {
    const count = this.connection.sentOnReturn() ?? 0;
    return count === 0 ? t('realtime.back') : t('realtime.backSent', { count });
  });

  protected loadAgain(): void {
    location.reload();
  }
}
