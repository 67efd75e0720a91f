import { CdkTextareaAutosize } from '@angular/cdk/text-field';
import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import { LIMITS } from '#contracts/limits.js';
import type { SharedPost } from '#contracts/post.dto.js';
import { countCodePoints } from '#contracts/text.js';
import { FileDrop } from '../attachments/file-drop';
import { UploadTray } from '../attachments/upload-tray';
import { Uploads } from '../attachments/uploads';
import { ConnectionStore } from '../realtime/connection-store';
import { ServerConfig } from '../sign-in/server-config';
import { Icon } from '../ui/icon';
import { Viewport } from '../ui/viewport';
import { ComposerFocus } from './composer-focus';
import { DelayedSends } from './delayed-sends';
import { Drafts } from './drafts';
import { sendsMessage } from './sends-message';
import { TypingStore } from './typing-store';

/** Where messages are written. The box empties at once; the message waits in the stream until it has arrived. */
@Component({
  selector: 'app-composer',
  imports: [CdkTextareaAutosize, FileDrop, Icon, MatButtonModule, MatTooltipModule, UploadTray],
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
})
export class Composer {
  readonly post = input.required<SharedPost>();
  protected readonly connection = inject(ConnectionStore);
  protected readonly viewport = inject(Viewport);
  private readonly delayed = inject(DelayedSends);
  private readonly drafts = inject(Drafts);
  private readonly focus = inject(ComposerFocus);
  private readonly typing = inject(TypingStore);
  private readonly uploads = inject(Uploads);
  private readonly config = inject(ServerConfig);
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  private readonly size = viewChild.required(CdkTextareaAutosize);

  protected readonly text = signal('');
  protected readonly placeholder = computed(() => (this.post().kind === 'chat' ? 'Message Chat' : 'Message this post'));
  protected readonly label = computed(() => (this.connection.isOffline() ? 'Queue, send when back online' : 'Send'));
  protected readonly files = computed(() => this.uploads.of(this.post().id));
  protected readonly tooLong = computed(() => {
    const most = this.config.config()?.limits.messageText ?? LIMITS.messageText;
    const length = countCodePoints(this.text());
    return length > most ? `${length - most} characters too many` : '';
  });
  protected readonly canSend = computed(() => {
    const files = this.files().items();
    const isSendable = !this.isWaiting() && files.every(({ state }) => state !== 'failed');
    return isSendable && this.tooLong() === '' && (this.text().trim() !== '' || files.length > 0);
  });
  /** Sent, but its files are still on their way. */
  protected readonly isWaiting = computed(() => this.delayed.isWaiting(this.post().id));

  constructor() {
    effect(() => {
      const { id } = this.post();
      // What waits for its files is gone from the drafts once it went out.
      this.isWaiting();
      untracked(() => this.show(this.drafts.read(id)));
    });
    effect(() => {
      if (this.focus.take(this.post().id)) this.box().nativeElement.focus();
    });
  }

  protected typed(text: string): void {
    this.text.set(text);
    this.drafts.write(this.post().id, text);
    if (text.trim() !== '') this.typing.tell(this.post().id);
  }

  protected pressed(event: KeyboardEvent): void {
    if (!sendsMessage(event)) return;
    event.preventDefault();
    this.send();
  }

  protected pasted(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    this.attach(files);
  }

  protected attach(files: readonly File[]): void {
    const { id, roomId } = this.post();
    this.uploads.add(id, roomId, files);
  }

  protected picked(input: HTMLInputElement): void {
    this.attach([...(input.files ?? [])]);
    input.value = '';
    this.box().nativeElement.focus();
  }

  protected send(): void {
    if (!this.canSend()) return;
    const { id } = this.post();
    this.delayed.send(id, this.text().trim());
    this.typing.sent();
    this.show(this.drafts.read(id));
    this.box().nativeElement.focus();
  }

  protected callOff(): void {
    this.delayed.callOff(this.post().id);
    this.box().nativeElement.focus();
  }

  private show(text: string): void {
    this.text.set(text);
    const box = this.box().nativeElement;
    box.value = text;
    this.size().resizeToFitContent(true);
  }
}
