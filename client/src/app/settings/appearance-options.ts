import { Component, inject } from '@angular/core';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatSlideToggleModule } from '@angular/material/slide-toggle';
import { LANGUAGES } from '../language/language';
import { LanguageStore } from '../language/language-store';
import { t } from '../language/texts';
import { DensityStore } from './density-store';
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
          <div class="name" id="density-name">{{ t('settings.density') }}</div>
          <p id="density-note">{{ t('settings.densityNote') }}</p>
        </div>
        <mat-button-toggle-group
          aria-labelledby="density-name"
          aria-describedby="density-note"
          [value]="density.density()"
          (change)="density.choose($event.value)"
        >
          <mat-button-toggle value="comfortable">{{ t('settings.comfortable') }}</mat-button-toggle>
          <mat-button-toggle value="compact">{{ t('settings.compact') }}</mat-button-toggle>
        </mat-button-toggle-group>
      </div>
      <div class="option">
        <div class="grow">
          <div class="name" id="motion-name">{{ t('settings.motion') }}</div>
          <p id="motion-note">{{ t('settings.motionNote') }}</p>
        </div>
        <mat-slide-toggle
          hideIcon
          aria-labelledby="motion-name"
          aria-describedby="motion-note"
          [checked]="preferences.motion() === 'reduced'"
          (change)="preferences.choose({ motion: $event.checked ? 'reduced' : 'device' })"
        />
      </div>
      <div class="option">
        <div class="grow">
          <div class="name" id="language-name">{{ t('settings.language') }}</div>
          <p id="language-note">{{ t('settings.languageNote') }}</p>
        </div>
        <mat-button-toggle-group
          aria-labelledby="language-name"
          aria-describedby="language-note"
          [value]="language.language()"
          (change)="language.choose($event.value)"
        >
          @for (choice of languages; track choice.locale) {
            <mat-button-toggle [value]="choice.locale"
              ><span [attr.lang]="choice.locale">{{ choice.name }}</span></mat-button-toggle
            >
          }
        </mat-button-toggle-group>
      </div>
    </div>
  `,
  styleUrl: './appearance-options.scss',
})
export class AppearanceOptions {
  protected readonly t = t;
  protected readonly languages = LANGUAGES;
  protected readonly language = inject(LanguageStore);
  protected readonly density = inject(DensityStore);
  protected readonly preferences = inject(Preferences);
}
