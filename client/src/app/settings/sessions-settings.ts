import { Component, computed, ElementRef, inject, resource, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { Session, SessionPage } from '#contracts/auth.dto.js';
import { t } from '../language/texts';
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
  protected readonly t = t;
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
    const isSure = await this.confirm.ask(() => ({
      icon: 'devices',
      title: t('settings.endOnAsk', { device: deviceOf(session.userAgent) }),
      text: t('settings.endOnText'),
      action: t('settings.endSession'),
    }));
    if (isSure) await this.endAll([session]);
  }

  protected async endOthers(): Promise<void> {
    const others = this.others();
    const isSure = await this.confirm.ask(() => ({
      icon: 'devices',
      title: t('settings.endOthersAsk', { count: others.length }),
      text: t('settings.endOthersText'),
      action: t('settings.endOthers'),
    }));
    if (isSure) await this.endAll(others);
  }

  /** One after the other; those that could not be ended stay listed. */
  private async endAll(sessions: readonly Session[]): Promise<void> {
    this.problem.set('');
    let refusal = '';
    for (const { id } of sessions) {
      try {
        await this.endOne(id);
      } catch (error) {
        refusal = explain(error as ServerError);
      }
    }
    this.problem.set(refusal);
    // The button that was pressed went with its session.
    this.list()?.nativeElement.focus();
  }

  private async endOne(id: string): Promise<void> {
    try {
      await this.api.delete(`/auth/sessions/${id}`);
    } catch (error) {
      // Signed out there meanwhile: it is over, which was asked for.
      if ((error as ServerError).code !== 'not_found') throw error;
    }
    this.sessions.update((items) => items?.filter((item) => item.id !== id));
  }
}
