import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
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
import { Shortcuts } from '../keyboard/shortcuts';
import { t } from '../language/texts';
import { ConnectionStore } from '../realtime/connection-store';
import { ServerConfig } from '../sign-in/server-config';
import { Icon } from '../ui/icon';
import { Viewport } from '../ui/viewport';
import { AttachButton } from './composer/attach-button';
import { DraftNote } from './composer/draft-note';
import { EmojiButton } from './composer/emoji-button';
import { FormatRow } from './composer/format-row';
import { MessageBox } from './composer/message-box';
import { PasteOffer, type TextAsFile } from './composer/paste-offer';
import { ComposerFocus } from './composer-focus';
import { DelayedSends } from './delayed-sends';
import { Drafts } from './drafts';
import { EditLast } from './edit-last';
import { MessageBody } from './message-body';
import { TypingStore } from './typing-store';

/** Where messages are written. The box empties at once; the message waits in the stream until it has arrived. */
@Component({
  selector: 'app-composer',
  imports: [
    AttachButton,
    DraftNote,
    EmojiButton,
    FileDrop,
    FormatRow,
    Icon,
    MatButtonModule,
    MatTooltipModule,
    MessageBody,
    MessageBox,
    PasteOffer,
    UploadTray,
  ],
  host: { '(mousedown)': 'keepFocus($event)', '(keydown.escape)': 'leavePreview($event)' },
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
})
export class Composer {
  protected readonly t = t;
  readonly post = input.required<SharedPost>();
  protected readonly connection = inject(ConnectionStore);
  protected readonly viewport = inject(Viewport);
  private readonly config = inject(ServerConfig);
  private readonly delayed = inject(DelayedSends);
  private readonly drafts = inject(Drafts);
  private readonly editLast = inject(EditLast);
  private readonly focus = inject(ComposerFocus);
  private readonly injector = inject(Injector);
  private readonly typing = inject(TypingStore);
  private readonly uploads = inject(Uploads);
  private readonly box = viewChild.required(MessageBox);
  private readonly preview = viewChild<ElementRef<HTMLElement>>('preview');

  private readonly postId = computed(() => this.post().id);
  protected readonly text = signal('');
  /** Whether the text is shown as it will look, in the place of the box. */
  protected readonly isPreview = signal(false);
  protected readonly previewHeight = signal(0);
  /** On a phone the format row waits behind a button. */
  protected readonly showsFormats = signal(false);
  protected readonly placeholder = computed(() =>
    t(this.post().kind === 'chat' ? 'messages.messageChat' : 'messages.messagePost'),
  );
  protected readonly label = computed(() => t(this.connection.isOffline() ? 'messages.queueLabel' : 'messages.send'));
  protected readonly files = computed(() => this.uploads.of(this.post().id));
  protected readonly problem = computed(() => {
    const most = this.config.config()?.limits.messageText ?? LIMITS.messageText;
    const over = countCodePoints(this.text()) - most;
    return over <= 0 ? '' : t('messages.over', { count: over, most });
  });
  private readonly hasContent = computed(() => this.text().trim() !== '' || this.files().items().length > 0);
  protected readonly canSend = computed(() => {
    const hasFailed = this.files()
      .items()
      .some(({ state }) => state === 'failed');
    return !this.isWaiting() && !hasFailed && this.problem() === '' && this.hasContent();
  });
  /** Sent, but its files are still on their way. */
  protected readonly isWaiting = computed(() => this.delayed.isWaiting(this.postId()));
  /** On a phone: more than one line of things. */
  protected readonly isOpen = computed(() => this.text() !== '' || this.hasContent() || this.showsFormats());

  constructor() {
    effect(() => {
      const id = this.postId();
      // What waits for its files is gone from the drafts once it went out.
      this.isWaiting();
      untracked(() => {
        this.show(this.drafts.read(id));
        void this.uploads.restore(id, this.post().roomId);
      });
    });
    effect(() => {
      this.drafts.elsewhere();
      untracked(() => this.followDraft());
    });
    effect(() => {
      if (this.focus.take(this.postId())) this.focusBox();
    });
    inject(Shortcuts).handle({ editLast: ({ target }) => this.editsLast(target) });
  }

  protected write(text: string): void {
    this.text.set(text);
    this.drafts.write(this.post().id, text);
    if (text.trim() === '') this.typing.stop();
    else this.typing.tell(this.post().id);
  }

  protected attach(files: readonly File[]): void {
    const { id, roomId } = this.post();
    this.uploads.add(id, roomId, files);
  }

  protected attachChosen(files: readonly File[]): void {
    this.attach(files);
    this.focusBox();
  }

  protected attachText({ left, file }: TextAsFile): void {
    this.inBox((box) => box.apply(() => left));
    this.attach([file]);
  }

  protected insert(emoji: string): void {
    this.inBox((box) => box.insert(emoji));
  }

  protected toggleFormats(): void {
    this.showsFormats.update((isShown) => !isShown);
    // The way back stands in the row.
    this.isPreview.set(false);
  }

  protected send(): void {
    if (!this.canSend()) return;
    const { id } = this.post();
    this.delayed.send(id, this.text().trim());
    this.typing.stop();
    this.show(this.drafts.read(id));
    this.focusBox();
  }

  protected callOff(): void {
    this.delayed.callOff(this.post().id);
    this.focusBox();
  }

  protected setPreview(isPreview: boolean): void {
    if (!isPreview) {
      this.focusBox();
      return;
    }
    const hadFocus = this.box().holds(document.activeElement);
    this.previewHeight.set(this.box().height);
    this.isPreview.set(true);
    if (hadFocus) afterNextRender(() => this.preview()?.nativeElement.focus(), { injector: this.injector });
  }

  protected leavePreview(event: Event): void {
    if (!this.isPreview()) return;
    event.preventDefault();
    this.setPreview(false);
  }

  /** Clicks beside the box leave it the focus: the keyboard of a phone would go and come. */
  protected keepFocus(event: MouseEvent): void {
    const target = event.target as Element;
    if (target.closest('textarea, .preview') !== null) return;
    event.preventDefault();
    if (target.closest('button') === null && !this.isPreview()) this.focusBox();
  }

  private editsLast(target: EventTarget | null): boolean {
    if (!this.box().holds(target) || this.text() !== '') return false;
    return this.editLast.start(this.post().id, () => this.focusBox());
  }

  private followDraft(): void {
    const kept = this.drafts.read(this.post().id);
    if (kept !== this.text()) this.show(kept);
  }

  private show(text: string): void {
    this.text.set(text);
    this.isPreview.set(false);
    this.box().show(text);
  }

  private focusBox(): void {
    this.inBox((box) => box.focus());
  }

  /** Does something in the box once it is to be seen: it may be hidden until then. */
  private inBox(work: (box: MessageBox) => void): void {
    this.isPreview.set(false);
    afterNextRender(() => work(this.box()), { injector: this.injector });
  }
}
