import DOMPurify from 'dompurify';
import { Marked, Renderer } from 'marked';
import { perLanguage } from '../language/language';
import { t } from '../language/texts';
import { codeBlock } from './code-block';
import type { Drawn } from './drawn';
import { escapeHtml } from './escape-html';
import { drawPlain } from './plain-text';

const TAGS = ['p', 'br', 'a', 'strong', 'em', 'del', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'hr']
  .concat(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'])
  // Of our own making only: what an author writes as HTML is text.
  .concat(['div', 'span', 'button', 'svg', 'path']);
const ATTRIBUTES = ['href', 'title', 'start', 'target', 'rel', 'type', 'align', 'class', 'role', 'viewBox', 'd'];
const SAFE_LINK = /^(?:https?:|mailto:)/i;
/** As many as are on screen in the posts that one goes back and forth between. */
const MOST_KEPT = 1_000;

/** What is said aloud in it is in the reader's language. */
const drawnTexts = perLanguage(() => new Map<string, Drawn>());

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // Raw HTML is text. Remote pictures are links: nothing is loaded from elsewhere.
    html: ({ text }) => escapeHtml(text),
    image: ({ href, text }) => link(href, escapeHtml(text || href)),
    link({ href, tokens }) {
      return link(href, this.parser.parseInline(tokens));
    },
    code: ({ text, lang }) => codeBlock(text, lang ?? ''),
    checkbox: ({ checked }) =>
      `<span class="task${checked ? ' done' : ''}" role="img" aria-label="${t(checked ? 'messages.done' : 'messages.toDo')}"></span> `,
    table(token) {
      return `<div class="table">${Renderer.prototype.table.call(this, token)}</div>`;
    },
  },
});

/** Markdown as HTML that is safe to show. */
export function renderMarkdown(text: string): string {
  return drawMarkdown(text).html;
}

/** Markdown as it is drawn; the same text is worked out once. */
export function drawMarkdown(text: string): Drawn {
  const kept = drawnTexts();
  const known = kept.get(text);
  if (known !== undefined) return known;
  const drawn = drawPlain(text) ?? drawMarkup(text);
  kept.set(text, drawn);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  return drawn;
}

/** As `drawMarkdown`, whatever is in the text. */
export function drawMarkup(text: string): Drawn {
  const fragment = DOMPurify.sanitize(marked.parse(text, { async: false }), {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  const box = document.createElement('div');
  box.append(fragment);
  return { html: box.innerHTML, hasBlocks: box.querySelector('.code, .table') !== null, plain: plainOf(box) };
}

/** Takes the box apart: what stands on different lines is not one word, and the name of code is none of its words. */
function plainOf(box: HTMLElement): string {
  for (const name of box.querySelectorAll('.bar')) name.remove();
  for (const end of box.querySelectorAll('br, pre')) end.after(' ');
  return box.textContent.replace(/\s+/g, ' ').trim();
}

function link(href: string, content: string): string {
  if (!SAFE_LINK.test(href)) return content;
  return `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer nofollow">${content}</a>`;
}
