import { Component, inject } from '@angular/core';
import { MatRadioModule } from '@angular/material/radio';
import type { Theme } from '#contracts/profile.dto.js';
import { ThemePreview } from './theme-preview';
import { ThemeStore } from './theme-store';

/** Light, dark, or as the device has it: each drawn. */
@Component({
  selector: 'app-theme-cards',
  imports: [MatRadioModule, ThemePreview],
  template: `
    <mat-radio-group aria-label="Theme" [value]="theme.theme()" (change)="theme.choose($event.value)">
      @for (choice of choices; track choice.theme) {
        <div class="card">
          <div class="previews">
            @for (scheme of choice.schemes; track scheme) {
              <app-theme-preview [scheme]="scheme" />
            }
          </div>
          <mat-radio-button [value]="choice.theme">{{ choice.label }}</mat-radio-button>
        </div>
      }
    </mat-radio-group>
  `,
  styleUrl: './theme-cards.scss',
})
export class ThemeCards {
  protected readonly theme = inject(ThemeStore);
  protected readonly choices: { theme: Theme; label: string; schemes: ('light' | 'dark')[] }[] = [
    { theme: 'light', label: 'Light', schemes: ['light'] },
    { theme: 'dark', label: 'Dark', schemes: ['dark'] },
    { theme: 'device', label: 'Match device', schemes: ['light', 'dark'] },
  ];
}
