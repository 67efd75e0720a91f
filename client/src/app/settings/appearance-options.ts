import { Component, inject } from '@angular/core';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatSlideToggleModule } from '@angular/material/slide-toggle';
import { Preferences } from './preferences';
import { ThemeCards } from './theme-cards';

/** How this device shows the product; each choice applies at once. */
@Component({
  selector: 'app-appearance-options',
  imports: [MatButtonToggleModule, MatSlideToggleModule, ThemeCards],
  template: `
    <app-theme-cards />
    <div class="options">
      <div class="option">
        <div class="grow">
          <div class="name" id="density-name">Message density</div>
          <p id="density-note">Comfortable shows avatars on every group</p>
        </div>
        <mat-button-toggle-group
          aria-labelledby="density-name"
          aria-describedby="density-note"
          [value]="preferences.density()"
          (change)="preferences.choose({ density: $event.value })"
        >
          <mat-button-toggle value="comfortable">Comfortable</mat-button-toggle>
          <mat-button-toggle value="compact">Compact</mat-button-toggle>
        </mat-button-toggle-group>
      </div>
      <div class="option">
        <div class="grow">
          <div class="name" id="motion-name">Reduce motion</div>
          <p id="motion-note">Follows your device unless you change it here</p>
        </div>
        <mat-slide-toggle
          hideIcon
          aria-labelledby="motion-name"
          aria-describedby="motion-note"
          [checked]="preferences.motion() === 'reduced'"
          (change)="preferences.choose({ motion: $event.checked ? 'reduced' : 'device' })"
        />
      </div>
    </div>
  `,
  styleUrl: './appearance-options.scss',
})
export class AppearanceOptions {
  protected readonly preferences = inject(Preferences);
}
