import { Component, computed, effect, type ElementRef, inject, signal, untracked, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogRef } from '@angular/material/dialog';
import { isComposing, pressedKeys } from '../keyboard/pressed-keys';
import { t } from '../language/texts';
import { PresenceStore } from '../profiles/presence-store';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import { InitialFocus } from '../ui/initial-focus';
import { languageOf } from '../ui/language';
import { MarkedText } from './marked-text';
import { SwitcherActions } from './switcher-actions';
import type { SwitcherEntry, SwitcherGroup } from './switcher-entry';
import { SwitcherPeople } from './switcher-people';
import { SwitcherPlaces } from './switcher-places';
import { resultsFor } from './switcher-results';

const PAUSE_MS = 150;

/** Use `Switcher` to open it. One field, and below it where what is typed leads. */
@Component({
  selector: 'app-switcher-dialog',
  imports: [Avatar, Badge, Icon, InitialFocus, MarkedText, MatButtonModule],
  templateUrl: './switcher-dialog.html',
  styleUrl: './switcher-dialog.scss',
})
export class SwitcherDialog {
  protected readonly t = t;
  private readonly self = inject<MatDialogRef<SwitcherDialog, SwitcherEntry>>(MatDialogRef);
  private readonly places = inject(SwitcherPlaces);
  private readonly people = inject(SwitcherPeople);
  private readonly actions = inject(SwitcherActions);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  protected readonly text = signal('');
  protected readonly groups = computed(() =>
    resultsFor(this.text(), {
      here: this.places.here(),
      recent: this.places.recent(),
      rooms: this.places.rooms(),
      posts: this.places.posts(),
      people: this.people.people(),
      actions: this.actions.actions(),
    }),
  );
  private readonly entries = computed(() => this.groups().flatMap(({ results }) => results.map(({ entry }) => entry)));
  private readonly chosenId = signal<string | undefined>(undefined);
  /** What Enter opens; the first as long as nothing else was chosen. */
  protected readonly chosen = computed(
    () => this.entries().find(({ id }) => id === this.chosenId()) ?? this.entries().at(0),
  );
  protected readonly languageOf = languageOf;

  constructor() {
    inject(PresenceStore).watch(() => this.entries().flatMap(({ id, group }) => (group === 'people' ? id : [])));
    effect((onCleanup) => {
      const wanted = this.text().trim().replace(/^@/u, '');
      if (wanted === '' || wanted.startsWith('#')) return;
      const timer = setTimeout(() => void this.people.ask(wanted), PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      const id = this.chosen()?.id;
      untracked(() => id !== undefined && this.show(id));
    });
  }

  protected titleOf(group: SwitcherGroup): string {
    return t(`switcher.group_${group}`);
  }

  protected typed(text: string): void {
    this.text.set(text);
    this.chosenId.set(undefined);
  }

  protected pressed(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const { length } = this.entries();
    const at = this.entries().findIndex(({ id }) => id === this.chosen()?.id);
    const keys: Record<string, () => void> = {
      ArrowDown: () => this.choose((at + 1) % length),
      ArrowUp: () => this.choose((at - 1 + length) % length),
      Home: () => this.choose(0),
      End: () => this.choose(length - 1),
      Enter: () => this.open(this.chosen()),
      'Control+k': () => this.self.close(),
    };
    const run = keys[pressedKeys(event)];
    if (run === undefined) return;
    event.preventDefault();
    run();
  }

  protected hover(entry: SwitcherEntry): void {
    this.chosenId.set(entry.id);
  }

  protected open(entry: SwitcherEntry | undefined): void {
    if (entry !== undefined) this.self.close(entry);
  }

  protected close(): void {
    this.self.close();
  }

  private choose(index: number): void {
    this.chosenId.set(this.entries()[index]?.id);
  }

  private show(id: string): void {
    setTimeout(() =>
      this.list()
        .nativeElement.querySelector(`[data-id="${CSS.escape(id)}"]`)
        ?.scrollIntoView({ block: 'nearest' }),
    );
  }
}
