import { describe, expect, it } from '@jest/globals';
import { wordsOf, wrongTexts } from './texts.mjs';

type Text = string | Record<string, string>;

/** What is wrong with two texts of a room, one of which takes a value, where both are used. */
function wrong(
  zh: Record<string, Text>,
  en: Record<string, Text> = {},
  code = "t('rooms.join'); t(`rooms.${kind}`)",
): string[] {
  const ours = { 'rooms.join': 'Join', 'rooms.full': { one: '{count} seat', other: '{count} seats' }, ...en };
  const theirs = { 'rooms.join': '加入', 'rooms.full': '{count} 个位置', ...zh };
  const catalogues = { en: new Map(Object.entries<Text>(ours)), zh: new Map(Object.entries<Text>(theirs)) };
  return wrongTexts(catalogues, [{ path: 'a.ts', text: code }]);
}

const wordsIn = (path: string, text: string) => wordsOf([{ path, text }]).map((line) => line.split(' ')[1]);
const component = (template: string) => `@Component({ selector: 'app-a', template: \`${template}\` })\nclass A {}`;

describe('the check of texts', () => {
  it('passes catalogues that agree', () => {
    expect(wrong({})).toEqual([]);
  });

  it('finds texts that are missing, untranslated or unused, and values that differ', () => {
    expect([
      wrong({}, { 'rooms.leave': 'Leave' }),
      wrong({ 'rooms.leave': '退出' }),
      wrong({ 'rooms.join': 'Join' }),
      wrong({ 'rooms.full': { other: '{count} seats' } }),
      wrong({ 'rooms.full': '{number} 个位置' }),
      wrong({ 'rooms.full': { one: '{count} 个位置' } }),
      wrong({}, {}, "t('rooms.join')"),
    ]).toEqual([
      ['rooms.leave: not in zh'],
      ['rooms.leave: not in en'],
      ['rooms.join: the same in en and zh'],
      ['rooms.full: the same in en and zh'],
      ['rooms.full: other values in zh than in en'],
      ['rooms.full: no form "other"'],
      ['rooms.full: nobody uses it'],
    ]);
  });

  it.each([
    ['text', '<p>Join</p>'],
    ['text beside a value', '<p>{{ count }} seats</p>'],
    ['a word in an interpolation', "<p>{{ isFull() ? 'full' : t('rooms.free') }}</p>"],
    ['an attribute', '<button aria-label="join"></button>'],
    ['a tooltip', '<button matTooltip="join"></button>'],
    ['a bound attribute', `<button [attr.aria-label]="'join ' + name()"></button>`],
    ['an input of a component of ours', '<app-empty-state text="Nobody is here." />'],
    ['a value of a text', "<p>{{ t('rooms.of', { name: name() || 'Somebody' }) }}</p>"],
    ['text within a block', '@if (a) { <p>Join</p> }'],
    ['what a click says', `<button (click)="say('Room left')"></button>`],
  ])('finds words in a template: %s', (_, template) => {
    expect(wordsIn('a.html', template)).toHaveLength(1);
    expect(wordsIn('a.ts', component(template))).toHaveLength(1);
  });

  it.each(["notice.say('Room left')", "const title = 'Rooms'", 'say(`Left ${name}`)', "const name = '中文'"])(
    'finds words in code: %s',
    (code) => {
      expect(wordsIn('a.ts', code)).toHaveLength(1);
    },
  );

  it('leaves alone what nobody reads', () => {
    const template =
      "<p class=\"note small\" [class]=\"'a b'\">{{ t('rooms.join') }} · {{ t(a ? 'rooms.a' : 'rooms.b', { count }) }}</p>";
    expect(wordsIn('a.html', template)).toEqual([]);
    const code =
      "import { A } from './a b';\nif (event.key === 'Enter') t('rooms.join');\nthrow new Error('No such room');";
    expect(wordsIn('a.ts', code)).toEqual([]);
  });
});
