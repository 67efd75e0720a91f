import { signal } from '@angular/core';
import type { Locale } from '#contracts/profile.dto.js';
import { english } from '../../i18n/english';
import type { englishAdmin } from '../../i18n/english-admin';
import { perLanguage, setLanguage } from './language';

/** A text whose words depend on `{count}`, by the plural rules of its language. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>>;
/** Places on screen, and the texts of each. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string | Forms>>>>;
/** A catalogue that has every text of an English one. */
export type Translated<Catalogue> = {
  [Place in keyof Catalogue]: Readonly<Record<keyof Catalogue[Place], string | Forms>>;
};
/** `<place>.<name>`, as in `i18n/en/<place>.json`. */
export type TextKey = {
  [Place in keyof English]: `${Place}.${keyof English[Place] & string}`;
}[keyof English];
/** What takes the place of `{name}`; numbers are written as the language does. */
export type Values = Readonly<Record<string, string | number>>;
/** A piece of a text; `name` is that of the value that it is. */
export interface TextPart {
  text: string;
  name?: string;
}

type English = typeof english & typeof englishAdmin;

const VALUE = /\{(\w+)\}/gu;

const shown = signal<Texts>(english);
const plural = perLanguage((tag) => new Intl.PluralRules(tag));
const number = perLanguage((tag) => new Intl.NumberFormat(tag));

/** All of the interface in this language from now on. */
export function speak(language: Locale, texts: Texts): void {
  shown.set(texts);
  setLanguage(language);
}

/** The text in the reader's language; where a template or `computed` asks, it follows a change of language. */
export function t(key: TextKey, values: Values = {}): string {
  return patternOf(key, values['count']).replaceAll(VALUE, (_, name: string) => written(values[name]));
}

/** The same in pieces, for a text of which some stands out. */
export function textParts(key: TextKey, values: Values = {}): TextPart[] {
  return patternOf(key, values['count'])
    .split(VALUE)
    .map((piece, index) => (index % 2 === 0 ? { text: piece } : { text: written(values[piece]), name: piece }))
    .filter(({ text }) => text !== '');
}

/** Whether there is such a text: what a newer server says may be unknown here. */
export function isTextKey(key: string): key is TextKey {
  return find(key) !== undefined;
}

/** A number as the language writes it. */
export function written(value: string | number = ''): string {
  return typeof value === 'number' ? number().format(value) : value;
}

function patternOf(key: string, count: string | number | undefined): string {
  const found = find(key) ?? key;
  if (typeof found === 'string') return found;
  return found[plural().select(Number(count))] ?? found.other ?? key;
}

function find(key: string): string | Forms | undefined {
  const dot = key.indexOf('.');
  return shown()[key.slice(0, dot)]?.[key.slice(dot + 1)];
}
