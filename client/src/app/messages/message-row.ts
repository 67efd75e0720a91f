import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Attachments } from '../attachments/attachments';
import { PeopleStore } from '../profiles/people-store';
import { MemberStore } from '../rooms/member-store';
import { SessionStore } from '../sign-in/session-store';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { clockTime } from '../ui/short-time';
import { MessageActions } from './message-actions';
import { MessageBody } from './message-body';
import { MessageEdit } from './message-edit';
import { PendingLine } from './pending-line';
import type { ShownMessage } from './rows';
import { systemText } from './system-text';

/** One message of the stream in each of its states. */
@Component({
  selector: 'app-message-row',
  imports: [Attachments, Avatar, Icon, MessageActions, MessageBody, MessageEdit, PendingLine],
  host: {
    '(pointerenter)': 'entered($event)',
    '(pointerleave)': 'isHovered.set(false)',
    '(focusin)': 'isFocused.set(true)',
    '(focusout)': 'isFocused.set(false)',
  },
  templateUrl: './message-row.html',
  styleUrl: './message-row.scss',
})
export class MessageRow {
  readonly row = input.required<ShownMessage>();
  readonly postId = input.required<string>();
  readonly isTarget = input(false);
  private readonly people = inject(PeopleStore);
  private readonly members = inject(MemberStore);
  private readonly session = inject(SessionStore);

  private readonly article = viewChild.required<ElementRef<HTMLElement>>('article');
  protected readonly isHovered = signal(false);
  protected readonly isFocused = signal(false);
  protected readonly isMenuOpen = signal(false);
  protected readonly isEditing = signal(false);
  protected readonly isActive = computed(() => this.isHovered() || this.isFocused() || this.isMenuOpen());

  protected readonly message = computed(() => this.row().message);
  /** The message while it is being edited. */
  protected readonly editing = computed(() => (this.isEditing() ? this.message() : undefined));
  protected readonly text = computed(() => this.row().text);
  protected readonly author = computed(() => this.people.person(this.row().authorId));
  protected readonly name = computed(() => this.author()?.displayName ?? '…');
  protected readonly isOwn = computed(() => this.row().authorId === this.session.user()?.id);
  protected readonly role = computed(() => {
    const role = this.members.roleOf(this.row().authorId);
    return role === 'owner' ? 'Owner' : role === 'moderator' ? 'Moderator' : '';
  });
  protected readonly time = computed(() => clockTime(this.row().at));
  protected readonly editedAt = computed(() => {
    const editedAt = this.message()?.editedAt;
    return editedAt === undefined ? '' : `Edited at ${clockTime(editedAt)}`;
  });
  protected readonly state = computed(() => this.message()?.state ?? 'live');
  protected readonly tombstone = computed(() => {
    if (this.state() === 'live') return '';
    return this.state() === 'recalled' ? 'Message recalled by its author' : 'Message removed by a moderator';
  });
  protected readonly system = computed(() => {
    const message = this.message();
    return message?.kind === 'system' ? systemText(message) : '';
  });
  protected readonly label = computed(() => {
    const files = this.row().attachments.length;
    return [
      this.system() === '' ? this.name() : 'Roomers',
      this.time(),
      this.system() || this.tombstone() || this.text(),
      files === 0 ? '' : files === 1 ? '1 file' : `${files} files`,
      this.editedAt() && 'edited',
    ]
      .filter(Boolean)
      .join(', ');
  });

  /** A finger does not hover: it focuses what it touches. */
  protected entered({ pointerType }: PointerEvent): void {
    this.isHovered.set(pointerType === 'mouse');
  }

  /** The focus goes back to where the editing began. */
  protected endEditing(): void {
    this.isEditing.set(false);
    this.article().nativeElement.focus({ preventScroll: true });
  }
}
