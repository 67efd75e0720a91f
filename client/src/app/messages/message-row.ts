import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Attachments } from '../attachments/attachments';
import { t } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import { ProfileCards } from '../profiles/profile-cards';
import { MemberStore } from '../rooms/member-store';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { PersonName } from '../ui/person-name';
import { clockTime } from '../ui/short-time';
import { Editing } from './editing';
import { ForwardedMessage } from './forwarded-message';
import { drawMarkdown } from './markdown';
import { MessageActions } from './message-actions';
import { MessageBody } from './message-body';
import { MessageEdit } from './message-edit';
import { PendingLine } from './pending-line';
import { RemovalReason } from './removal-reason';
import type { ShownMessage } from './rows';
import { systemParts } from './system-text';

/** One message of the stream in each of its states. */
@Component({
  selector: 'app-message-row',
  imports: [
    Attachments,
    Avatar,
    ForwardedMessage,
    Icon,
    MessageActions,
    MessageBody,
    MessageEdit,
    PendingLine,
    PersonName,
    RemovalReason,
  ],
  host: {
    '(pointerenter)': 'entered($event)',
    '(pointerleave)': 'isHovered.set(false)',
    '(focusin)': 'focused($event)',
    '(focusout)': 'isFocused.set(false)',
  },
  templateUrl: './message-row.html',
  styleUrls: ['./message-row.scss', './message-row-sizes.scss'],
})
export class MessageRow {
  readonly row = input.required<ShownMessage>();
  readonly postId = input.required<string>();
  /** The one row that Tab stops at; what can be pressed in it follows. */
  readonly isTabStop = input(false);
  /** Jumped to a moment ago. */
  readonly isTarget = input(false);
  /** Its menu or sheet is open. */
  readonly isChosen = input(false);
  private readonly people = inject(PeopleStore);
  private readonly members = inject(MemberStore);
  private readonly cards = inject(ProfileCards);
  private readonly edits = inject(Editing);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  private readonly article = viewChild.required<ElementRef<HTMLElement>>('article');
  protected readonly isHovered = signal(false);
  protected readonly isFocused = signal(false);
  protected readonly isMenuOpen = signal(false);
  protected readonly isActive = computed(() => this.isHovered() || this.isFocused() || this.isMenuOpen());

  protected readonly message = computed(() => this.row().message);
  /** The message while something can be done with it. */
  protected readonly live = computed(() => {
    const message = this.message();
    return message?.state === 'live' && message.kind === 'text' ? message : undefined;
  });
  /** The message while it is being edited. */
  protected readonly editing = computed(() => {
    const live = this.live();
    return live !== undefined && this.edits.messageId() === live.id ? live : undefined;
  });
  /** It was on its way in this visit: the line that says so has room of its own, which stays. */
  protected readonly hasLine = linkedSignal<boolean, boolean>({
    source: () => this.row().pending !== undefined,
    computation: (isPending, before) => isPending || before?.value === true,
  });
  protected readonly author = computed(() => this.people.person(this.row().authorId));
  protected readonly name = computed(() => this.author()?.displayName ?? '…');
  protected readonly isGone = computed(() => this.author()?.status === 'deactivated');
  protected readonly role = computed(() => {
    const role = this.members.roleOf(this.row().authorId);
    return role === 'owner' || role === 'moderator' ? t(`messages.role_${role}`) : '';
  });
  protected readonly time = computed(() => clockTime(this.row().at));
  protected readonly editedAt = computed(() => {
    const editedAt = this.message()?.editedAt;
    return editedAt === undefined ? '' : t('messages.editedAt', { time: clockTime(editedAt) });
  });
  protected readonly state = computed(() => this.message()?.state ?? 'live');
  protected readonly tombstone = computed(() => {
    const state = this.state();
    return state === 'live' ? '' : t(`messages.gone_${state}`);
  });
  protected readonly system = computed(() => {
    const message = this.message();
    return message?.kind === 'system' ? systemParts(message) : undefined;
  });
  protected readonly label = computed(() => {
    const system = this.system();
    const files = this.row().attachments.length;
    return [
      system === undefined ? this.name() : 'Roomers',
      system === undefined && this.isGone() ? t('ui.deactivated') : '',
      this.time(),
      system?.map(({ text }) => text).join('') ?? (this.tombstone() || drawMarkdown(this.row().text).plain),
      this.forwarded(),
      files === 0 ? '' : t('messages.files', { count: files }),
      this.editedAt() && t('messages.editedSpoken'),
    ]
      .filter(Boolean)
      .join(', ');
  });

  private readonly forwarded = computed(() => {
    const source = this.message()?.forwardedFrom;
    if (source === undefined) return '';
    const from = t('messages.forwardedFrom', { name: this.people.nameOf(source.authorId) });
    return `${from}, ${drawMarkdown(source.text).plain}`;
  });

  constructor() {
    // Recalled while its menu was open: that goes without closing.
    afterRenderEffect(() => {
      if (this.live() === undefined && untracked(this.isMenuOpen)) this.menuToggled(false);
    });
    afterRenderEffect(() => {
      const tabIndex = this.isTabStop() ? 0 : -1;
      // What is drawn anew is to be reached or passed like the rest.
      this.row();
      this.isActive();
      for (const item of this.host.querySelectorAll<HTMLElement>('a, button:not([aria-hidden])')) {
        item.tabIndex = tabIndex;
      }
    });
  }

  /** A finger does not hover. */
  protected entered({ pointerType }: PointerEvent): void {
    this.isHovered.set(pointerType === 'mouse');
  }

  /** What one may do shows to those who go by keyboard; a finger that touches the row has the sheet. */
  protected focused({ target }: FocusEvent): void {
    this.isFocused.set((target as Element).matches(':focus-visible'));
  }

  protected menuToggled(isOpen: boolean): void {
    this.isMenuOpen.set(isOpen);
    if (!isOpen) this.focus();
  }

  /** The focus goes back to where the editing began. */
  protected endEditing(): void {
    this.edits.stop();
    this.focus();
  }

  protected openCard(origin: HTMLElement): void {
    const author = this.author();
    if (author !== undefined) void this.cards.open(author, origin);
  }

  private focus(): void {
    this.article().nativeElement.focus({ preventScroll: true });
  }
}
