import type { Locale } from '#contracts/profile.dto.js';
import type { Mail } from '../platform/mail/mailer.js';
import type { Addressee, Letter, Part, Wording, Wordings } from './letter.js';
import { ENGLISH } from './wordings.en.js';
import { CHINESE } from './wordings.zh.js';

const LANGUAGES: Readonly<Record<Locale, { wordings: Wordings; tag: string }>> = {
  en: { wordings: ENGLISH, tag: 'en' },
  zh: { wordings: CHINESE, tag: 'zh-Hans' },
};

const BODY = 'font:16px/1.5 system-ui,sans-serif;max-width:34em;margin:2em auto;padding:0 1em';
const CODE = 'font:600 28px/1.4 ui-monospace,monospace;letter-spacing:.2em';

/** The mail of a letter, in the language of who gets it. @param site where Roomers is, as `https://chat.example.org` */
export function writeMail({ email, locale }: Addressee, letter: Letter, site: string): Mail {
  const { wordings, tag } = LANGUAGES[locale];
  // The kind says which facts there are, which the type of the table cannot follow.
  const say = wordings[letter.kind] as (facts: Letter, site: string) => Wording;
  const { subject, parts } = say(letter, site);
  const html = parts.map((part) => `<p${asHtml(part)}</p>`).join('\n');
  return {
    to: email,
    subject,
    text: `${parts.map(asText).join('\n\n')}\n\n-- \n${site}\n`,
    html: `<!doctype html><html lang="${tag}"><meta charset="utf-8"><body style="${BODY}">\n${html}\n<hr><p>${escaped(site)}</p></body></html>`,
  };
}

function asText(part: Part): string {
  if (typeof part === 'string') return part;
  return 'code' in part ? `    ${part.code}` : part.link;
}

/** From the end of the paragraph's opening tag on. */
function asHtml(part: Part): string {
  if (typeof part === 'string') return `>${escaped(part)}`;
  if ('code' in part) return ` style="${CODE}">${escaped(part.code)}`;
  return `><a href="${escaped(part.link)}">${escaped(part.label)}</a>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign);
}
