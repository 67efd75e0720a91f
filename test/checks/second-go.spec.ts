import { describe, expect, it } from '@jest/globals';
import { patientJestStep } from '../stages/jest-step.mjs';

describe('the second go of specs that wait for a browser', () => {
  const run = (...tests: ('passed' | 'failed' | 'pending')[]) => ({
    code: tests.includes('failed') ? 1 : 0,
    output: '',
    results: {
      numPassedTests: tests.filter((status) => status === 'passed').length,
      numFailedTests: tests.filter((status) => status === 'failed').length,
      numPendingTests: tests.filter((status) => status === 'pending').length,
      numTodoTests: 0,
      numRuntimeErrorTestSuites: 0,
      testResults: tests.map((status, at) => ({
        name: `/specs/${String(at)}.spec.ts`,
        status: status === 'failed' ? 'failed' : 'passed',
        message: status === 'failed' ? `late in ${String(at)}` : '',
        assertionResults: [{ status }],
      })),
    },
  });

  async function goesOf(...runs: ReturnType<typeof run>[]): Promise<[result: unknown, words: string[][]]> {
    const words: string[][] = [];
    const result = await patientJestStep(['--browser'], (asked: string[]) => {
      words.push(asked);
      return Promise.resolve(runs.shift() ?? { code: 1, output: 'There is no such go' });
    });
    return [result, words];
  }

  it('finds what fails again', async () => {
    const [result] = await goesOf(run('passed', 'failed'), run('failed'));
    expect(result).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
  });

  it('names what passes only then, and runs nothing else', async () => {
    const [result, words] = await goesOf(run('passed', 'failed', 'pending'), run('passed'));
    expect(result).toMatchObject({ passed: 2, failed: 0, skipped: 1 });
    expect(result).toHaveProperty('note', expect.stringMatching(/specs\/1\.spec\.ts[^]*late in 1/u));
    expect(words[1]).toEqual(['--browser', '--runInBand', '--runTestsByPath', '/specs/1.spec.ts']);
  });

  it.each([
    ['nothing failed', run('passed', 'passed'), { passed: 2, failed: 0 }],
    ['too much failed', run(...Array.from({ length: 6 }, () => 'failed' as const)), { passed: 0, failed: 6 }],
    ['nothing ran', { ...run(), code: 1 }, { passed: 0, failed: 1 }],
  ])('does not come where %s', async (_, first, wanted) => {
    const [result, words] = await goesOf(first);
    expect(result).toMatchObject(wanted);
    expect(words).toHaveLength(1);
  });
});
