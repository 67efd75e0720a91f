import { describe, expect, it } from '@jest/globals';
import type { Locale } from '#contracts/profile.dto.js';
import type { Letter, LetterKind } from './letter.js';
import { ENGLISH } from './wordings.en.js';
import { writeMail } from './write-mail.js';

const SITE = 'https://chat.example.org';
const KINDS = Object.keys(ENGLISH) as LetterKind[];
const BOTH: Locale[] = ['en', 'zh'];

/** A letter of any kind, with every fact that one may need. */
const FACTS = { code: '012345', username: 'lei', link: `${SITE}/invite#secret`, inviter: 'lei', organisation: 'lei' };
const letterOf = (kind: LetterKind): Letter => ({ kind, ...FACTS });
const write = (locale: Locale, letter: Letter) => writeMail({ email: 'lei@example.test', locale }, letter, SITE);

describe.each(KINDS)('the letter %s', (kind) => {
  it('says the same facts in both languages, as text and as HTML', () => {
    const [english, chinese] = BOTH.map((locale) => write(locale, letterOf(kind))) as [
      ReturnType<typeof write>,
      ReturnType<typeof write>,
    ];
    expect(english.text).toMatch(/^[\x20-\x7e\n]+$/u);
    expect(chinese.text + chinese.subject).toMatch(/\p{Script=Han}/u);
    for (const fact of ['012345', 'lei', `${SITE}/sign-in`, FACTS.link]) {
      const has = [english.text, english.html, chinese.text, chinese.html].map((text) => text.includes(fact));
      expect(new Set(has).size).toBe(1);
    }
    expect(english.subject + chinese.subject).not.toMatch(/012345|secret/u);
  });
});

describe('a mail', () => {
  it('takes no markup from what people wrote', () => {
    const { html, text } = write('en', { kind: 'passwordChanged', username: '<img src="x"> & co' });
    expect(html).toContain('&lt;img src=&quot;x&quot;&gt; &amp; co');
    expect(html).not.toContain('<img');
    expect(text).toContain('<img src="x"> & co');
  });

  it('says in which language it is', () => {
    expect(BOTH.map((locale) => /lang="([^"]+)"/u.exec(write(locale, letterOf('passwordCode')).html)?.[1])).toEqual([
      'en',
      'zh-Hans',
    ]);
  });
});
