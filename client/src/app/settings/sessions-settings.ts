import { Component, computed, ElementRef, inject, resource, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { Session, SessionPage } from '#contracts/auth.dto.js';
import { OpenLists } from '../open-lists';
import { Api } from '../realtime/api';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { AgoPipe } from '../ui/ago';
import { Confirm } from '../ui/confirm';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Skeletons } from '../ui/skeletons';
import { deviceOf } from './device';

/** `/settings/sessions`: where one is signed in, this device first, and the way to end that. */
@Component({
  selector: 'app-sessions-settings',
  imports: [AgoPipe, EmptyState, Icon, MatButtonModule, OpenLists, Skeletons],
  templateUrl: './sessions-settings.html',
  styleUrl: './sessions-settings.scss',
})
export class SessionsSettings {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly list = viewChild<unknown, ElementRef<HTMLElement>>('list', { read: ElementRef });
  protected readonly sessions = resource({
    loader: async () => (await this.api.get<SessionPage>('/auth/sessions')).items,
  });
  protected readonly others = computed(() => (this.sessions.value() ?? []).filter(({ current }) => !current));
  protected readonly sorted = computed(() => [
    ...(this.sessions.value() ?? []).filter(({ current }) => current),
    ...this.others(),
  ]);
  protected readonly problem = signal('');
  protected readonly deviceOf = deviceOf;

  protected async end(session: Session): Promise<void> {
    const title = `End the session on ${deviceOf(session.userAgent)}?`;
    const text = 'It is signed out at once. What was begun there stays on that device.';
    if (await this.confirm.ask({ icon: 'devices', title, text, action: 'End session' })) await this.endAll([session]);
  }

  protected async endOthers(): Promise<void> {
    const others = this.others();
    const title = `End ${others.length} other sessions?`;
    const text = 'Every other device is signed out at once. You stay signed in here.';
    if (await this.confirm.ask({ icon: 'devices', title, text, action: 'End all others' })) await this.endAll(others);
  }

  private async endAll(sessions: readonly Session[]): Promise<void> {
    this.problem.set('');
    try {
      for (const { id } of sessions) {
        await this.api.delete(`/auth/sessions/${id}`);
        this.sessions.update((items) => items?.filter((item) => item.id !== id));
      }
    } catch (error) {
      this.problem.set(explain(error as ServerError));
    }
    // The button that was pressed went with its session.
    this.list()?.nativeElement.focus();
  }
}
