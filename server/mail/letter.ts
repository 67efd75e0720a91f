import type { Locale } from '#contracts/profile.dto.js';

/** What our mails are about, and what each has to say. */
export interface Letters {
  /** Proves that who registers reads this address. */
  registrationCode: { code: string };
  /** Somebody wants the address of an account for another one. */
  accountExists: { username: string };
  /** Lets in who forgot the password. */
  passwordCode: { code: string; username: string };
  /** Proves that a user reads the address that their account is to have. */
  addressCode: { code: string; username: string };
  passwordChanged: { username: string };
  /** Goes to the address before. */
  addressChanged: { username: string };
  /** Lets somebody make an account. */
  invitation: { link: string; inviter: string; organisation: string };
}

export type LetterKind = keyof Letters;

/** A letter of one kind. */
export type Letter = { [Kind in LetterKind]: { kind: Kind } & Letters[Kind] }[LetterKind];

/** Who gets it, and in which language. */
export interface Addressee {
  email: string;
  locale: Locale;
}

/** A part of a mail: a sentence, a code to type or an address to open. */
export type Part = string | { code: string } | { link: string; label: string };

/** What a mail says, before it is text and HTML. */
export interface Wording {
  subject: string;
  parts: Part[];
}

/** How a language says each letter. `site` is where Roomers is. */
export type Wordings = { readonly [Kind in LetterKind]: (facts: Letters[Kind], site: string) => Wording };
