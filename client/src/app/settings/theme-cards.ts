import { Component, inject } from '@angular/core';
import { MatRadioModule } from '@angular/material/radio';
import type { Theme } from '#contracts/profile.dto.js';
import { t, type TextKey } from '../language/texts';
import { ThemePreview } from './theme-preview';
import { ThemeStore } from './theme-store';

/** Light, dark, or as the device has it: each drawn. */
@Component({
  selector: 'app-theme-cards',
  imports: [MatRadioModule, ThemePreview],
  template: `
    <mat-radio-group
      [attr.aria-label]="t('settings.theme')"
      [value]="theme.theme()"
      (change)="theme.choose($event.value)"
    >
      @for (choice of choices; track choice.theme) {
        <div class="card">
          <div class="previews">
            @for (scheme of choice.schemes; track scheme) {
              <app-theme-preview [scheme]="scheme" />
            }
          </div>
          <mat-radio-button [value]="choice.theme">{{ t(choice.label) }}</mat-radio-button>
        </div>
      }
    </mat-radio-group>
  `,
  styleUrl: './theme-cards.scss',
})
export class ThemeCards {
  protected readonly t = t;
  protected readonly theme = inject(ThemeStore);
  protected readonly choices: { theme: Theme; label: TextKey; schemes: ('light' | 'dark')[] }[] = [
    { theme: 'light', label: 'settings.light', schemes: ['light'] },
    { theme: 'dark', label: 'settings.dark', schemes: ['dark'] },
    { theme: 'device', label: 'settings.device', schemes: ['light', 'dark'] },
  ];
}
