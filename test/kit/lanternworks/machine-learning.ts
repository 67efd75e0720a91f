import type { Username } from './people.js';
import { DAY, type ToldRoom } from './told.js';

const CORE: Username[] = ['priya', 'siyuan', 'xiaoyu', 'jonas', 'hanna', 'aiko', 'tomas', 'lei', 'dev'];
const YAML = [
  'Config from the run:',
  '',
  '```yaml',
  'tokenizer: bpe-zh-v12',
  'shard_order: by_length   # was: random',
  'batch: 512',
  '```',
].join('\n');

/** The room of most pictures: nine posts, a lively chat. */
export const MACHINE_LEARNING: ToldRoom = {
  name: 'Machine Learning 机器学习',
  slug: 'machine-learning',
  about: 'Models, data and evaluation for the assistant. 模型、数据与评测的讨论区。',
  visibility: 'private',
  by: 'priya',
  members: CORE,
  chat: [
    {
      by: 'jonas',
      minutes: DAY - 360,
      text: 'Night slot on `a100-2` is mine until 06:00, then it is free for whoever needs it.',
    },
    {
      by: 'xiaoyu',
      minutes: 24,
      text: '评测跑完了。English keeps climbing, but **中文 recall falls to 0.79**.',
      files: [
        { name: 'recall.png', drawing: 'chart-recall', alt: 'Recall at 10 by language over twelve checkpoints' },
        { name: 'confusion.png', drawing: 'chart-confusion', alt: 'Intent confusion, Chinese' },
        { name: 'whiteboard.png', drawing: 'whiteboard' },
        { name: 'robot.png', drawing: 'robot' },
        { name: '白板.png', drawing: 'whiteboard' },
      ],
    },
    { by: 'siyuan', minutes: 20, text: 'Same shape as the tokenizer bug in March. Could be the new shard order.' },
    {
      by: 'priya',
      minutes: 15,
      text: 'Hanna, can you confirm which vocab this run used? If `v12`, we stop.',
      fate: 'edited',
    },
    {
      by: 'xiaoyu',
      minutes: 14,
      text: YAML,
      files: [{ name: 'recall-by-language-ckpt-1-12.csv', bytes: 188_416 }],
    },
    { by: 'priya', minutes: 11, text: 'Pausing the rollout until we know. 先暂停上线,明天上午再看。' },
    { by: 'tomas', minutes: 8, text: 'never mind', fate: 'recalled' },
    { by: 'siyuan', minutes: 4, text: 'The vocab diff is here, 三行改动。' },
  ],
  posts: [
    {
      by: 'hanna',
      title: 'Quarterly goals, draft 2',
      tags: ['planning'],
      minutes: 6 * DAY,
      messages: [{ by: 'hanna', minutes: 6 * DAY, text: 'Please read before Friday.' }],
    },
    {
      by: 'lei',
      title: '标注平台账号申请',
      tags: ['onboarding'],
      minutes: 4 * DAY,
      isResolved: true,
      messages: [{ by: 'lei', minutes: 4 * DAY, text: '账号已开通。' }],
    },
    {
      by: 'dev',
      title: 'Nightly job fails on empty shards',
      tags: ['incident'],
      minutes: 4 * DAY,
      isResolved: true,
      messages: [{ by: 'dev', minutes: 4 * DAY - 60, text: 'Fixed in 2.13.1.' }],
    },
    {
      by: 'jonas',
      title: 'Moving eval dashboards to Grafana',
      tags: ['infra'],
      minutes: DAY + 90,
      messages: [{ by: 'jonas', minutes: DAY + 80, text: 'Old links redirect.' }],
    },
    {
      by: 'lei',
      title: '读论文:Mixture-of-Depths',
      tags: ['论文'],
      minutes: DAY + 30,
      messages: [{ by: 'lei', minutes: DAY + 20, text: '周四下午讨论。' }],
    },
    {
      by: 'jonas',
      title: 'GPU queue: who has the night slot?',
      tags: ['infra'],
      minutes: 200,
      messages: [{ by: 'jonas', minutes: 198, text: 'Me, until six.' }],
    },
    {
      by: 'aiko',
      title: 'Label guidelines v3, please comment',
      tags: ['dataset'],
      minutes: 100,
      messages: [
        { by: 'aiko', minutes: 70, text: 'Section 2 is new.' },
        { by: 'aiko', minutes: 65, text: '中文例子在附录。' },
      ],
    },
    {
      by: 'siyuan',
      title: 'RFC: one tokenizer for EN + 中文',
      tags: ['rfc'],
      minutes: 90,
      messages: Array.from({ length: 7 }, (_, index) => ({
        by: 'siyuan' as const,
        minutes: 50 - index * 4,
        text:
          index === 6 ? 'Benchmarks are in section 4, 大家看看有没有遗漏' : `Section ${String(index + 1)} is ready.`,
      })),
    },
    {
      by: 'xiaoyu',
      title: '中文 recall drops after checkpoint 7',
      about:
        'Recall@10 on the zh split falls by seven points between ckpt-6 and ckpt-8 while English improves. This post collects evidence and the fix. 请在这里跟进,不要在 Chat 里讨论。',
      tags: ['evaluation', 'incident', '中文'],
      minutes: 120,
      cover: 'chart-recall',
      messages: [
        {
          by: 'siyuan',
          minutes: 46,
          text: 'Three suspects, in order of likelihood:\n\n1. Shard order changed from `random` to `by_length`\n2. Vocab `v12` merged rare 汉字 into bytes\n3. Learning-rate restart at step 70k',
        },
        {
          by: 'aiko',
          minutes: 34,
          text: 'Ruled out 3. The restart happened in the English-only run too and nothing moved.',
        },
        {
          by: 'xiaoyu',
          minutes: 4,
          text: '复现了。**Shard order alone explains it**: same vocab, random order, recall is back at 0.86. Notebook and raw numbers attached.',
          files: [
            { name: 'repro-shard-order.ipynb', bytes: 2_202_009 },
            { name: '评测报告-0603.pdf', bytes: 860_160 },
          ],
        },
      ],
    },
  ],
};
