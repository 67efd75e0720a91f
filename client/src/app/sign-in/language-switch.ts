import { Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LANGUAGES } from '../language/language';
import { LanguageStore } from '../language/language-store';
import { t } from '../language/texts';

/** Below the form at the door: each language by its own name. */
@Component({
  selector: 'app-language-switch',
  imports: [MatButtonModule],
  host: { role: 'group', '[attr.aria-label]': "t('sign-in.language')" },
  template: `
    @for (choice of languages; track choice.locale) {
      <button
        matButton
        type="button"
        [attr.lang]="choice.locale"
        [attr.aria-pressed]="choice.locale === store.language()"
        (click)="store.choose(choice.locale)"
      >
        {{ choice.name }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      justify-content: center;
      gap: 4px;
      margin-top: 20px;
    }
    button {
      --mat-button-text-label-text-color: var(--mat-sys-on-surface-variant);
      --mat-button-text-label-text-size: 13px;

      &[aria-pressed='true'] {
        --mat-button-text-label-text-color: var(--mat-sys-primary);
      }
    }
  `,
})
export class LanguageSwitch {
  protected readonly t = t;
  protected readonly languages = LANGUAGES;
  protected readonly store = inject(LanguageStore);
}
