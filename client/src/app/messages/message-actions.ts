import { Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatTooltipModule } from '@angular/material/tooltip';
import type { Message } from '#contracts/message.dto.js';
import { chordOf } from '../keyboard/shortcut-catalogue';
import { t } from '../language/texts';
import { ActionButton } from '../ui/action-button';
import { Icon } from '../ui/icon';
import { DeferredActions } from './deferred-actions';
import { MessageVerbs } from './message-verbs';

/** What one does most with a message: floats over its top edge while it is looked at with a mouse or by keyboard. */
@Component({
  selector: 'app-message-actions',
  imports: [ActionButton, Icon, MatButtonModule, MatTooltipModule],
  templateUrl: './message-actions.html',
  styleUrl: './message-actions.scss',
})
export class MessageActions {
  protected readonly t = t;
  protected readonly editKey = chordOf('editMessage');
  protected readonly recallKey = chordOf('recallMessage');
  readonly message = input.required<Message>();
  readonly menuToggled = output<boolean>();
  protected readonly verbs = inject(MessageVerbs);
  private readonly deferred = new DeferredActions();
  protected readonly actions = computed(() => this.deferred.of(this.verbs.actionsOf(this.message())));

  protected toggled(isOpen: boolean): void {
    this.menuToggled.emit(isOpen);
    if (!isOpen) this.deferred.run();
  }
}
