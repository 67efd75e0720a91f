const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{Letter}/gu;

/** `zh` when most letters of the text are Chinese, so that it is broken and spoken as such; else nothing. */
export function languageOf(text: string): 'zh' | null {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters === 0) return null;
  const han = text.match(HAN)?.length ?? 0;
  return han * 2 >= letters ? 'zh' : null;
}
