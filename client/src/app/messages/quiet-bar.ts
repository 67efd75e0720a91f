import { Clipboard } from '@angular/cdk/clipboard';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  EnvironmentInjector,
  inject,
  input,
  signal,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { SharedPost } from '#contracts/post.dto.js';
import { t, type TextPart } from '../language/texts';
import { PeopleStore } from '../profiles/people-store';
import { PersonSentence } from '../profiles/person-sentence';
import { PostStore } from '../posts/post-store';
import { PostsApi } from '../posts/posts-api';
import { RoomActions } from '../rooms/room-actions';
import type { KnownRoom } from '../rooms/room-state';
import { SessionStore } from '../sign-in/session-store';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icon-paths';
import { Notice } from '../ui/notice';
import { Clock } from '../ui/short-time';
import { ComposerFocus } from './composer-focus';
import { Drafts } from './drafts';
import { OWN, resolvedBy } from './resolved-by';

/** Why one cannot write: in `parts` where somebody is named. */
interface Reason {
  icon: IconName;
  text?: string;
  parts?: readonly TextPart[];
  isVisitor?: true;
}

/** Stands for the composer where one cannot write, and says why. */
@Component({
  selector: 'app-quiet-bar',
  imports: [Icon, MatButtonModule, PersonSentence],
  template: `
    <app-icon [name]="reason().icon" />
    <span class="grow">
      @if (reason().parts; as parts) {
        <app-person-sentence [parts]="parts" [person]="resolver()" [isShort]="true" />
      } @else {
        {{ reason().text }}
      }
      @if (draft()) {
        <span class="note">{{ t('messages.draftKept') }}</span>
      }
    </span>
    @if (draft()) {
      <button matButton class="small" (click)="copyDraft()">{{ t('messages.copyDraft') }}</button>
    }
    @if (reason().isVisitor) {
      <button matButton="filled" class="small" [disabled]="isBusy()" disabledInteractive (click)="join()">
        {{ t('messages.joinRoom') }}
      </button>
    } @else if (canReopen()) {
      <button matButton class="small" [disabled]="isBusy()" disabledInteractive (click)="reopen()">
        {{ t('messages.reopen') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
      align-items: center;
      gap: 12px;
      min-height: 48px;
      margin: 4px 20px 16px;
      padding: 4px 8px 4px 14px;
      border-radius: 14px;
      background: var(--mat-sys-surface-container);
      color: var(--mat-sys-on-surface-variant);
    }
    .note {
      display: block;
      color: var(--app-faint);
      font: var(--mat-sys-body-small);
    }
    @media (width < 600px) {
      :host {
        margin: 4px 8px calc(8px + env(safe-area-inset-bottom));
      }
    }
  `,
})
export class QuietBar {
  protected readonly t = t;
  readonly room = input.required<KnownRoom>();
  readonly post = input.required<SharedPost>();
  private readonly actions = inject(RoomActions);
  private readonly clock = inject(Clock);
  private readonly people = inject(PeopleStore);
  private readonly api = inject(PostsApi);
  private readonly posts = inject(PostStore);
  private readonly session = inject(SessionStore);
  private readonly notice = inject(Notice);
  private readonly focus = inject(ComposerFocus);
  private readonly drafts = inject(Drafts);
  private readonly clipboard = inject(Clipboard);
  private readonly injector = inject(EnvironmentInjector);
  protected readonly isBusy = signal(false);

  protected readonly resolver = computed(() => this.people.person(this.post().resolvedById ?? ''));
  protected readonly reason = computed<Reason>(() => {
    if (this.room().archivedAt !== undefined) return { icon: 'lock', text: t('messages.roomArchived') };
    if (this.room().myRole === null) {
      return { icon: 'meeting_room', text: t('messages.visitor'), isVisitor: true };
    }
    const { resolvedAt, resolvedById } = this.post();
    if (resolvedAt === undefined) return { icon: 'check_circle', text: t('messages.postResolved') };
    const by = resolvedById === this.session.user()?.id ? OWN : this.resolver()?.displayName;
    return { icon: 'check_circle', parts: resolvedBy(by, resolvedAt, this.clock.now()) };
  });
  protected readonly canReopen = computed(() => {
    const { myRole, archivedAt } = this.room();
    return this.post().state === 'resolved' && archivedAt === undefined && myRole !== null;
  });
  /** What was begun before one could no longer write. */
  protected readonly draft = computed(() => {
    const { id } = this.post();
    return this.drafts.has(id) ? this.drafts.all().get(id) : undefined;
  });

  constructor() {
    effect(() => {
      const { resolvedById } = this.post();
      if (resolvedById !== undefined) this.people.need([resolvedById]);
    });
  }

  protected copyDraft(): void {
    if (this.clipboard.copy(this.draft() ?? '')) this.notice.say(t('messages.textCopied'));
  }

  protected async join(): Promise<void> {
    await this.makeWayForComposer(() => this.actions.join());
  }

  protected async reopen(): Promise<void> {
    const [{ id: roomId }, { id }] = [this.room(), this.post()];
    await this.makeWayForComposer(() =>
      this.notice.attempt(async () => {
        this.posts.put([await this.api.update(roomId, id, { state: 'active' })], true);
      }),
    );
  }

  /** The composer that takes the place of the bar takes its focus, too; a bar that stays keeps it. */
  private async makeWayForComposer(work: () => Promise<unknown>): Promise<void> {
    const { id } = this.post();
    this.isBusy.set(true);
    this.focus.ask(id);
    await work();
    this.isBusy.set(false);
    afterNextRender(() => this.focus.take(id), { injector: this.injector });
  }
}
