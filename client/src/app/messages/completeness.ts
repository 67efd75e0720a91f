import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';
import { Icon } from '../ui/icon';
import { MessageStores } from './message-stores';

type State = 'idle' | 'checking' | 'whole' | 'unanswered' | number;

/** Up to which message everything is here, and a check that asks the server. */
@Component({
  selector: 'app-completeness',
  imports: [Icon, MatButtonModule],
  template: `
    <app-icon [name]="state() === 'unanswered' ? 'cloud_off' : 'done_all'" />
    <span class="grow" role="status">{{ words() }}</span>
    <button matButton type="button" class="small" [disabled]="state() === 'checking'" (click)="check()">
      {{ t('messages.check') }}
    </button>
  `,
  styleUrl: './completeness.scss',
})
export class Completeness {
  protected readonly t = t;
  readonly postId = input.required<string>();
  private readonly stores = inject(MessageStores);
  private readonly store = computed(() => this.stores.known(this.postId()));
  /** A number: how many messages had to be put right. */
  protected readonly state = linkedSignal<string, State>({ source: this.postId, computation: () => 'idle' });

  protected readonly words = computed(() => {
    const state = this.state();
    const complete = t('messages.complete', { seq: String(this.store()?.lastSeq() ?? 0) });
    if (state === 'idle') return complete;
    if (state === 'checking') return t('messages.asking');
    if (state === 'unanswered') return t('messages.unanswered');
    if (state === 'whole') return t('messages.nothingMissing', { complete });
    return t('messages.cameNow', { complete, count: state });
  });

  protected async check(): Promise<void> {
    const postId = this.postId();
    this.state.set('checking');
    const state = await this.ask();
    if (postId === this.postId()) this.state.set(state);
  }

  private async ask(): Promise<State> {
    try {
      return (await this.store()?.check()) || 'whole';
    } catch {
      return 'unanswered';
    }
  }
}
