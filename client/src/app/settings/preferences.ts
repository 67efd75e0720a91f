import { computed, effect, Injectable, signal } from '@angular/core';
import { followDevice, keepText } from '../device/device-storage';

/** How this device shows the product and takes its keys. */
export interface DevicePreferences {
  density: 'comfortable' | 'compact';
  /** `device` follows the operating system. */
  motion: 'device' | 'reduced';
  /** Which key sends a message; the other breaks the line. */
  sendKey: 'enter' | 'control-enter';
  /** Whether single letters do something outside of text. */
  hasLetterKeys: boolean;
}

const KEY = 'roomers.preferences';
const DEFAULTS: DevicePreferences = { density: 'comfortable', motion: 'device', sendKey: 'enter', hasLetterKeys: true };

/** What was chosen on this device; kept over reloads, applied at once. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly chosen = signal<DevicePreferences>({ ...DEFAULTS, ...stored() });

  readonly density = computed(() => this.chosen().density);
  readonly motion = computed(() => this.chosen().motion);
  readonly sendKey = computed(() => this.chosen().sendKey);
  readonly hasLetterKeys = computed(() => this.chosen().hasLetterKeys);

  constructor() {
    followDevice((key) => key === KEY && this.chosen.set({ ...DEFAULTS, ...stored() }));
    effect(() => {
      const { dataset } = document.documentElement;
      dataset['density'] = this.density();
      dataset['motion'] = this.motion();
    });
  }

  choose(changes: Partial<DevicePreferences>): void {
    this.chosen.update((chosen) => ({ ...chosen, ...changes }));
    keepText(KEY, JSON.stringify(this.chosen()));
  }
}

function stored(): Partial<DevicePreferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<DevicePreferences>;
  } catch {
    return {};
  }
}
