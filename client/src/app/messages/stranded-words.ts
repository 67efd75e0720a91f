import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';
import { PostStore } from '../posts/post-store';
import { RoomStore } from '../rooms/room-store';
import { Notice } from '../ui/notice';
import { languageOf } from '../ui/language';
import { Drafts } from './drafts';
import { MessageStores } from './message-stores';

interface Words {
  key: string;
  text: string;
  discard: () => void;
}

/** What was written for posts that can no longer be opened: nothing of it can be sent, and none of it is lost. */
@Component({
  selector: 'app-stranded-words',
  imports: [MatButtonModule],
  template: `
    @if (words().length > 0) {
      <section aria-labelledby="stranded">
        <h2 id="stranded">{{ t('messages.stranded') }}</h2>
        <p>{{ t('messages.strandedText') }}</p>
        <ul>
          @for (item of words(); track item.key) {
            <li>
              <blockquote [attr.lang]="languageOf(item.text)">{{ item.text }}</blockquote>
              <button matButton type="button" class="small" (click)="copy(item)">{{ t('ui.copy') }}</button>
              <button matButton type="button" class="small" (click)="item.discard()">{{ t('ui.discard') }}</button>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './stranded-words.scss',
})
export class StrandedWords {
  protected readonly t = t;
  private readonly drafts = inject(Drafts);
  private readonly stores = inject(MessageStores);
  private readonly posts = inject(PostStore);
  private readonly rooms = inject(RoomStore);
  private readonly clipboard = inject(Clipboard);
  private readonly notice = inject(Notice);
  protected readonly languageOf = languageOf;

  /** Nothing before it is known which posts there are. */
  protected readonly words = computed<Words[]>(() => {
    if (!this.rooms.isLoaded()) return [];
    return [...this.unsent(), ...this.begun()];
  });

  protected copy({ text }: Words): void {
    if (this.clipboard.copy(text)) this.notice.say(t('messages.textCopied'));
  }

  private unsent(): Words[] {
    return this.stores
      .pending()
      .filter(({ postId, message }) => this.isGone(postId) && message.text !== '')
      .map(({ postId, message: { clientId, text } }) => {
        return { key: clientId, text, discard: () => this.stores.of(postId).queue.discard(clientId) };
      });
  }

  private begun(): Words[] {
    return [...this.drafts.all()]
      .filter(([postId]) => this.isGone(postId) && this.drafts.has(postId))
      .map(([postId, text]) => ({ key: postId, text, discard: () => this.drafts.write(postId, '') }));
  }

  private isGone(postId: string): boolean {
    return this.posts.post(postId) === undefined;
  }
}
