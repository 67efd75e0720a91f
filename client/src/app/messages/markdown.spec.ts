import { describe, expect, it } from '@jest/globals';
import { drawMarkdown, renderMarkdown } from './markdown';

describe('markdown', () => {
  it('draws emphasis, code, lists and quotes', () => {
    const html = renderMarkdown('**bold** `code`\n\n- one\n- two\n\n> said');
    for (const tag of ['<strong>bold</strong>', '<code>code</code>', '<li>one</li>', '<blockquote>']) {
      expect(html).toContain(tag);
    }
  });

  it('breaks lines as they were written', () => {
    expect(renderMarkdown('one\ntwo')).toContain('one<br>two');
  });

  it('shows raw HTML as the text it is', () => {
    const html = renderMarkdown('<img src=x onerror=alert(1)> <b>bold</b>\n\n<script>alert(1)</script>');
    expect(html).not.toMatch(/<(img|b|script)\b/);
    expect(html).toContain('&lt;b&gt;bold');
  });

  it('links safely, and only where a browser would go', () => {
    expect(renderMarkdown('[x](https://example.org/?a=1&b=2)')).toContain(
      '<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">x</a>',
    );
    expect(renderMarkdown('https://example.org')).toContain('href="https://example.org"');
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'JaVaScRiPt:alert(1)']) {
      expect(renderMarkdown(`[x](${href})`)).not.toContain('href');
    }
  });

  it('never loads a picture from elsewhere: it becomes a link', () => {
    const html = renderMarkdown('![cat](https://example.org/cat.png)');
    expect(html).not.toContain('<img');
    expect(html).toContain('href="https://example.org/cat.png"');
  });

  it('leaves no handler, style or form behind', () => {
    const html = renderMarkdown(
      '[x](https://e.org" onclick="alert(1))\n\n<form><input></form>\n\n<p style="color:red">',
    );
    expect(html).not.toMatch(/<[^>]*(onclick|style|<form)/);
  });

  it.each([
    ['yaml', 'yaml', 'yaml'],
    ['yaml eval.yaml', 'eval.yaml', 'yaml'],
    ['src/main.ts', 'src/main.ts', 'ts'],
    ['', undefined, undefined],
    ['"><script>', '"><script>', 'script'],
  ])('heads a block of %j with %j and takes it for %j', (info, name, language) => {
    const box = document.createElement('div');
    box.innerHTML = renderMarkdown(`\`\`\`${info}\na: <b>1</b>\n\`\`\``);
    expect(box.querySelector('.bar')?.textContent).toBe(name);
    expect(box.querySelector('code')?.className).toBe(language === undefined ? '' : `language-${language}`);
    expect([box.querySelector('code')?.textContent, box.querySelectorAll('script, b').length]).toEqual([
      'a: <b>1</b>',
      0,
    ]);
    expect(box.querySelector('button')?.getAttribute('aria-label')).toBe('Copy code');
  });

  it('names the boxes of a task list', () => {
    const html = renderMarkdown('- [x] one\n- [ ] two');
    expect(html.match(/aria-label="[^"]+"/g)).toEqual(['aria-label="Done"', 'aria-label="To do"']);
    expect(html).not.toContain('<input');
  });

  it('lets a wide table scroll in a box of its own', () => {
    expect(renderMarkdown('| a | b |\n|---|---|\n| 1 | 2 |')).toMatch(/^<div class="table"><table>/);
  });

  it('is spoken without its signs', () => {
    expect(drawMarkdown('**Shard** order:\n1. `random`\n2. [by length](https://e.org)').plain).toBe(
      'Shard order: random by length',
    );
    expect(drawMarkdown('Run\n```js\nconst a = 1;\n```').plain).toBe('Run const a = 1;');
  });

  it.each([
    ['first line\nsecond line', 'first line second line'],
    ['```ts\nlet x\n```\nafter', 'let x after'],
    ['- one\n- two\n\n> three', 'one two three'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b 1 2'],
    ['un**break**able `co`de', 'unbreakable code'],
    ['_早_ ~~晚~~', '早 晚'],
  ])('is spoken word by word: %j', (text, plain) => {
    expect(drawMarkdown(text).plain).toBe(plain);
  });

  it('works a text out once', () => {
    expect(drawMarkdown('the same')).toBe(drawMarkdown('the same'));
  });
});
