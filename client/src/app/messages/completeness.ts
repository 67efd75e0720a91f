import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
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
    <button matButton type="button" class="small" [disabled]="state() === 'checking'" (click)="check()">Check</button>
  `,
  styleUrl: './completeness.scss',
})
export class Completeness {
  readonly postId = input.required<string>();
  private readonly stores = inject(MessageStores);
  private readonly store = computed(() => this.stores.known(this.postId()));
  /** A number: how many messages had to be put right. */
  protected readonly state = linkedSignal<string, State>({ source: this.postId, computation: () => 'idle' });

  protected readonly words = computed(() => {
    const [state, upTo] = [this.state(), `Complete to #${this.store()?.lastSeq() ?? 0}`];
    if (state === 'idle') return upTo;
    if (state === 'checking') return 'Asking the server';
    if (state === 'unanswered') return 'Not checked. The server did not answer.';
    if (state === 'whole') return `${upTo}. Nothing is missing`;
    return `${upTo}. ${state === 1 ? '1 message was' : `${state} messages were`} missing or old, and came now`;
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
