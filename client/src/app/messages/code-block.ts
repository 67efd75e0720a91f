import { t } from '../language/texts';
import { ICON_PATHS } from '../ui/icon-paths';
import { escapeHtml } from './escape-html';

const COPY_ICON = `<svg viewBox="0 -960 960 960"><path d="${ICON_PATHS.content_copy}"></path></svg>`;

/** A block of code as HTML: its name in a bar when it was given one, a button that copies it. `info` is what follows the opening fence. */
export function codeBlock(text: string, info: string): string {
  const name = nameOf(info);
  // The end of the line keeps the name apart from the code where the text is spoken.
  const bar = name === '' ? '' : `<div class="bar">${escapeHtml(name)}</div>\n`;
  const language = languageOf(info);
  const kind = language === '' ? '' : ` class="language-${escapeHtml(language)}"`;
  const label = t('messages.copyCode');
  const copy = `<button type="button" class="copy" title="${label}" aria-label="${label}">${COPY_ICON}</button>`;
  return `<div class="code${name === '' ? '' : ' named'}">${bar}${copy}<pre><code${kind}>${escapeHtml(text)}</code></pre></div>`;
}

/** `eval.yaml` of `yaml eval.yaml` and of `eval.yaml`; else the language as it was written. */
function nameOf(info: string): string {
  const words = info.trim().split(/\s+/);
  return words.find((word) => /^[^\s=]+\.\w+$/.test(word)) ?? words[0] ?? '';
}

/** The language that is named, or the end of the file's name. */
function languageOf(info: string): string {
  const first = info.trim().split(/\s+/)[0] ?? '';
  return (first.split('.').at(-1) ?? '').toLowerCase().replace(/[^\w+#-]/g, '');
}
