import { Component, inject } from '@angular/core';
import { MatRadioModule } from '@angular/material/radio';
import { MatSlideToggleModule } from '@angular/material/slide-toggle';
import { ShortcutList } from '../keyboard/shortcut-list';
import { t } from '../language/texts';
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
  protected readonly t = t;
  protected readonly preferences = inject(Preferences);
  protected readonly sendKeys: { key: DevicePreferences['sendKey']; sends: string; breaks: string }[] = [
    { key: 'enter', sends: 'Enter', breaks: 'Shift+Enter' },
    { key: 'control-enter', sends: CONTROL, breaks: 'Enter' },
  ];
}
