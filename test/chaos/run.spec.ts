import { describe, expect, it } from '@jest/globals';
import { runNode } from '../stages/run-command.mjs';

describe('npm run chaos', () => {
  it('loses nothing while a node and the database are killed', async () => {
    const words = ['--seconds', '1', '--clients', '40', '--rate', '60', '--faults', 'web node killed,database'];
    const { code, output } = await runNode(['test/chaos/run.mjs', ...words]);
    expect(output).toContain('Faults found: 0.');
    expect(code).toBe(0);
  }, 180_000);

  it('fails when a reader is not shown a message', async () => {
    const words = [
      '--seconds',
      '1',
      '--clients',
      '20',
      '--rate',
      '60',
      '--faults',
      'web node cut off',
      '--plant',
      'loss',
    ];
    const { code, output } = await runNode(['test/chaos/run.mjs', ...words]);
    expect([code, output]).toEqual([1, expect.stringContaining('was never shown')]);
  }, 180_000);

  it('says what it can be told, and starts nothing for wrong words', async () => {
    for (const words of [['--plant', 'nothing'], ['--faults', 'weather'], ['--clients', 'many'], ['--no-such']]) {
      const { code, output } = await runNode(['test/chaos/run.mjs', ...words]);
      expect([code, output]).toEqual([2, expect.stringContaining('npm run chaos -- [options]')]);
    }
  });
});
