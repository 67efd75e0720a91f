import { Component, inject, resource, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { Session, SessionPage } from '#contracts/auth.dto.js';
import { OpenLists } from '../open-lists';
import { Api } from '../realtime/api';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { ShortTimePipe } from '../ui/short-time';
import { deviceOf } from './device';

/** Where one is signed in, and the way to end that. */
@Component({
  selector: 'app-sessions-settings',
  imports: [EmptyState, Icon, MatButtonModule, OpenLists, ShortTimePipe],
  templateUrl: './sessions-settings.html',
  styleUrl: './sessions-settings.scss',
})
export class SessionsSettings {
  private readonly api = inject(Api);
  protected readonly sessions = resource({
    loader: async () => (await this.api.get<SessionPage>('/auth/sessions')).items,
  });
  protected readonly problem = signal('');
  protected readonly deviceOf = deviceOf;

  protected async end(session: Session): Promise<void> {
    this.problem.set('');
    try {
      await this.api.delete(`/auth/sessions/${session.id}`);
      this.sessions.update((items) => items?.filter(({ id }) => id !== session.id));
    } catch (error) {
      this.problem.set((error as Error).message);
    }
  }
}
