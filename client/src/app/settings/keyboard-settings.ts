import { Component, inject } from '@angular/core';
import { MatRadioModule } from '@angular/material/radio';
import { MatSlideToggleModule } from '@angular/material/slide-toggle';
import { ShortcutList } from '../keyboard/shortcut-list';
import { OpenLists } from '../open-lists';
import { type DevicePreferences, Preferences } from './preferences';
import { IS_MAC } from '../keyboard/pressed-keys';

const CONTROL = IS_MAC ? '⌘ Enter' : 'Ctrl+Enter';

/** How this device takes its keys, and what they do. */
@Component({
  selector: 'app-keyboard-settings',
  imports: [MatRadioModule, MatSlideToggleModule, OpenLists, ShortcutList],
  templateUrl: './keyboard-settings.html',
  styleUrl: './keyboard-settings.scss',
})
export class KeyboardSettings {
  protected readonly preferences = inject(Preferences);
  protected readonly sendKeys: { key: DevicePreferences['sendKey']; label: string; detail: string }[] = [
    { key: 'enter', label: 'Enter sends', detail: 'Shift+Enter breaks the line.' },
    { key: 'control-enter', label: `${CONTROL} sends`, detail: 'Enter breaks the line.' },
  ];
}
