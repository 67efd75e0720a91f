import DOMPurify from 'dompurify';
import highlighter from 'highlight.js/lib/common';

/** Colours the code of every block within an element. Only spans are put around its words, so its size stays. */
export function colourCode(within: HTMLElement): void {
  for (const code of within.querySelectorAll<HTMLElement>('code[class^="language-"]')) {
    const language = code.className.slice('language-'.length);
    const text = code.textContent;
    if (highlighter.getLanguage(language) === undefined) continue;
    const { value } = highlighter.highlight(text, { language, ignoreIllegals: true });
    code.innerHTML = DOMPurify.sanitize(value, { ALLOWED_TAGS: ['span'], ALLOWED_ATTR: ['class'] });
  }
}
