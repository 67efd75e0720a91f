import { describe, expect, it } from '@jest/globals';
import { filterPosts, sortPosts, tagsByUse } from './post-order';

const post = (title: string, searchKey: string, created: number, active: number, ...tags: string[]) => ({
  title,
  searchKey,
  tags,
  createdAt: `2026-06-0${created}T09:00:00.000Z`,
  activeAt: `2026-06-0${active}T09:00:00.000Z`,
});
const POSTS = [
  post('Run 10', 'run 10', 1, 5, 'Infra'),
  post('run 2', 'run 2', 3, 3, 'infra', '论文'),
  post('论文', '论文\nlw\nlunwen', 2, 4, '论文', 'infra'),
];
const titles = (posts: readonly { title: string }[]) => posts.map(({ title }) => title);

describe('the posts of a list', () => {
  it('stand by activity, age or title, numbers in titles by their value', () => {
    expect(titles(sortPosts(POSTS, 'active'))).toEqual(['Run 10', '论文', 'run 2']);
    expect(titles(sortPosts(POSTS, 'newest'))).toEqual(['run 2', '论文', 'Run 10']);
    expect(titles(sortPosts(POSTS, 'title'))).toEqual(['run 2', 'Run 10', '论文']);
  });

  it.each([
    ['RUN', null, ['Run 10', 'run 2']],
    [' lunwen ', null, ['论文']],
    ['论', null, ['论文']],
    ['lw', null, ['论文']],
    ['10 run', null, ['Run 10']],
    ['', '论文', ['run 2', '论文']],
    ['', 'INFRA', ['Run 10', 'run 2', '论文']],
    ['run', '论文', ['run 2']],
    ['nothing', null, []],
  ])('are found by %j with the tag %j', (text, tag, found) => {
    expect(titles(filterPosts(POSTS, text, tag))).toEqual(found);
  });

  it('give their tags, each once, the most used first', () => {
    expect(tagsByUse(POSTS)).toEqual(['Infra', '论文']);
  });
});
