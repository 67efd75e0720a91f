import { Component, inject } from '@angular/core';
import { MatRadioModule } from '@angular/material/radio';
import type { Theme } from '#contracts/profile.dto.js';
import { OpenLists } from '../open-lists';
import { ThemeStore } from './theme-store';

/** Light, dark, or as the device has it. */
@Component({
  selector: 'app-appearance-settings',
  imports: [MatRadioModule, OpenLists],
  template: `
    <div class="inner">
      <header>
        <app-open-lists />
        <h1>Appearance</h1>
      </header>
      <mat-radio-group aria-label="Theme" [value]="theme.theme()" (change)="theme.choose($event.value)">
        @for (choice of choices; track choice.theme) {
          <div class="card">
            <div class="preview" [class]="choice.theme" aria-hidden="true"><i></i><i></i><i></i></div>
            <mat-radio-button [value]="choice.theme">{{ choice.label }}</mat-radio-button>
          </div>
        }
      </mat-radio-group>
    </div>
  `,
  styleUrl: './appearance-settings.scss',
})
export class AppearanceSettings {
  protected readonly theme = inject(ThemeStore);
  protected readonly choices: { theme: Theme; label: string }[] = [
    { theme: 'light', label: 'Light' },
    { theme: 'dark', label: 'Dark' },
    { theme: 'device', label: 'Match device' },
  ];
}
