import { language } from '../language/language';

const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{Letter}/gu;

/**
 * What `lang` says of somebody's text, so that it is broken and spoken as such: `zh` when most of its letters are Chinese.
 * What is not is in some other language, which a Chinese interface must not take for its own; elsewhere nothing is said.
 */
export function languageOf(text: string): 'zh' | '' | null {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters === 0) return null;
  const han = text.match(HAN)?.length ?? 0;
  if (han * 2 >= letters) return 'zh';
  return language() === 'zh' ? '' : null;
}
