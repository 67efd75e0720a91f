import { Component, computed, input } from '@angular/core';
import { t } from '../language/texts';
import { languageOf } from './language';

/** A name in its two scripts: what is Chinese, and the Latin letters that say how to read it. */
export interface NameParts {
  main: string;
  /** Empty unless the name has both. */
  romanised: string;
}

const HAN_THEN_LATIN =
  /^(?<han>[\p{Script=Han}·]+)\s+(?<latin>[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}\s.'’-]*)$/u;
const LATIN_THEN_HAN =
  /^(?<latin>[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}\s.'’-]*?)\s+(?<han>[\p{Script=Han}·]+)$/u;

/** `王磊 Lei Wang` and `Lei Wang 王磊` as `王磊` and `Lei Wang`; every other name stays whole. */
export function splitName(name: string): NameParts {
  const groups = (HAN_THEN_LATIN.exec(name.trim()) ?? LATIN_THEN_HAN.exec(name.trim()))?.groups;
  const [han, latin] = [groups?.['han'], groups?.['latin']];
  return han === undefined || latin === undefined ? { main: name, romanised: '' } : { main: han, romanised: latin };
}

/** A person's display name; beside a Chinese one its romanised form, fainter. Who is gone is struck out, and said to be. */
@Component({
  selector: 'app-person-name',
  template: `<b [attr.lang]="language()" [class.gone]="isGone()">{{ parts().main }}</b>
    @if (parts().romanised; as romanised) {
      &ngsp;<span [class.gone]="isGone()">{{ romanised }}</span>
    }
    @if (isGone()) {
      &ngsp;<small>{{ t('ui.deactivated') }}</small>
    }`,
  styles: `
    b {
      font-weight: inherit;
    }
    .gone {
      text-decoration: line-through;
      text-decoration-thickness: 1px;
    }
    small {
      display: inline-block;
      margin-left: 6px;
      padding: 0 6px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 5px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-small);
      letter-spacing: normal;
      vertical-align: 0.1em;
    }
    span {
      color: var(--app-faint);
      margin-left: var(--romanised-gap, 0);
      font-size: var(--romanised-size, 0.89em);
      font-weight: 400;
    }
  `,
})
export class PersonName {
  readonly name = input.required<string>();
  /** The account is deactivated. */
  readonly isGone = input(false);
  protected readonly t = t;
  protected readonly parts = computed(() => splitName(this.name()));
  protected readonly language = computed(() => languageOf(this.parts().main));
}
