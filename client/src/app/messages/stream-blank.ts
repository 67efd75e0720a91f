import { Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';
import { NewPost } from '../posts/new-post';
import { CurrentRoom } from '../rooms/current-room';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';

/** What stands in a stream without messages: that it begins here, or that they could not be had. */
@Component({
  selector: 'app-stream-blank',
  imports: [EmptyState, Icon, MatButtonModule],
  template: `
    @if (kind() === 'failed') {
      <app-empty-state icon="cloud_alert" tone="error" [heading]="t('messages.failed')" [text]="t('ui.noAnswerSafe')">
        <button matButton="tonal" (click)="retried.emit()"><app-icon name="refresh" /> {{ t('ui.tryAgain') }}</button>
      </app-empty-state>
    } @else {
      <img src="favicon.svg" alt="" width="52" height="52" />
      <h2>{{ t('messages.sayFirst') }}</h2>
      <p>{{ text() }}</p>
      @if (kind() === 'room' && current.isMember()) {
        <!-- Not "New post" again: one name on the page for one thing. -->
        <button matButton="tonal" (click)="newPost.open()">
          <app-icon name="edit_square" /> {{ t('messages.openTopic') }}
        </button>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      margin: auto;
      padding: 24px;
      text-align: center;
    }
    h2 {
      margin-top: 14px;
      font: var(--mat-sys-title-large);
      font-family: var(--app-font-brand);
    }
    p {
      max-width: 300px;
      margin: 4px 0 16px;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class StreamBlank {
  protected readonly t = t;
  readonly kind = input.required<'room' | 'topic' | 'failed'>();
  /** The room's name. */
  readonly name = input('');
  readonly retried = output();
  protected readonly current = inject(CurrentRoom);
  protected readonly newPost = inject(NewPost);
  protected readonly text = computed(() => {
    const room = this.name();
    if (this.kind() !== 'room') return t('messages.listening', { room });
    return t(this.current.isMember() ? 'messages.startOrTopic' : 'messages.start', { room });
  });
}
