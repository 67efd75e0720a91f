import { describe, expect, it } from '@jest/globals';
import { parseEnvironment } from './read-environment.js';
import { StartupError } from './startup-error.js';

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    parseEnvironment(variables);
    return [];
  } catch (error) {
    if (error instanceof StartupError) return error.problems;
    throw error;
  }
}

describe('parseEnvironment', () => {
  it('needs nothing', () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: './data',
      ROLE: 'all',
      TRUST_PROXY: false,
    });
  });

  it('takes empty variables for absent ones, as compose files pass them', () => {
    expect(parseEnvironment({ PORT: '', PUBLIC_URL: ' ', REDIS_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('names everything that is wrong at once, one line each', () => {
    const problems = problemsOf({
      PORT: '99999',
      HOST: 'no spaces',
      PUBLIC_URL: 'https://chat.example.org/path',
      DATABASE_URL: 'mysql://x',
      REDIS_URL: 'localhost',
      LOG_LEVEL: 'loud',
      ROLE: 'boss',
      ATTACHMENT_MAX_BYTES: '25MB',
      RATE_LIMITS: 'maybe',
      TRUST_PROXY: 'true',
      METRICS_TOKEN: 'short',
      SECRET_KEY: 'short',
      DATABASE_POOL_SIZE: '1',
    });
    expect(problems.map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining([
        'PORT',
        'HOST',
        'PUBLIC_URL',
        'DATABASE_URL',
        'REDIS_URL',
        'LOG_LEVEL',
        'ROLE',
        'ATTACHMENT_MAX_BYTES',
      ]),
    );
    expect(problems).toHaveLength(13);
    expect(problems.filter((line) => line.includes('\n'))).toEqual([]);
  });

  it.each(['mail.example.org:587', 'smtp://', 'http://mail.example.org', 'smtp:mail', 'smtp://mail.example.org:99999'])(
    'refuses SMTP_URL=%s in a sentence',
    (text) => {
      expect(problemsOf({ SMTP_URL: text })).toEqual([
        'SMTP_URL must look like smtp://user:password@mail.example.org:587',
      ]);
    },
  );

  it('takes mail servers, and addresses to send from only with one', () => {
    const SMTP_URL = 'smtps://lei:secret@mail.example.org';
    for (const MAIL_FROM of ['chat@example.org', 'Roomers <chat@example.org>', '聊天 <chat@example.org>'])
      expect(problemsOf({ SMTP_URL, MAIL_FROM })).toEqual([]);
    for (const MAIL_FROM of ['chat', 'a@b, c@d', 'Roomers <chat@example.org', '<chat@example.org>\nBcc: x@y'])
      expect(problemsOf({ SMTP_URL, MAIL_FROM })).toEqual(['MAIL_FROM must look like Roomers <chat@example.org>']);
    expect(problemsOf({ MAIL_FROM: 'chat@example.org' })).toEqual([
      'MAIL_FROM needs SMTP_URL: the server that takes the mail',
    ]);
  });

  it('never repeats a secret that is wrong', () => {
    expect(
      problemsOf({
        SECRET_KEY: 'hunter2',
        METRICS_TOKEN: 'hunter2',
        DATABASE_URL: 'x:hunter2',
        SMTP_URL: 'x:hunter2',
      }).join(),
    ).not.toContain('hunter2');
  });

  it.each([
    ['false', false],
    ['0', false],
    ['2', 2],
    ['10.0.0.0/8, 192.168.1.7', ['10.0.0.0/8', '192.168.1.7']],
    ['loopback,::1/128', ['loopback', '::1/128']],
  ])('reads TRUST_PROXY=%s', (text, expected) => {
    expect(parseEnvironment({ TRUST_PROXY: text }).TRUST_PROXY).toEqual(expected);
  });

  it.each(['10.0.0.0/33', '10.0.0.0/8/8', 'proxy.example.org', '99'])('refuses TRUST_PROXY=%s', (text) => {
    expect(problemsOf({ TRUST_PROXY: text })).toHaveLength(1);
  });

  it('refuses roles apart without a common database and key', () => {
    expect(problemsOf({ ROLE: 'worker' })).toEqual([
      expect.stringContaining('DATABASE_URL'),
      expect.stringContaining('SECRET_KEY'),
    ]);
    expect(problemsOf({ REDIS_URL: 'redis://localhost' })).toEqual([expect.stringContaining('SECRET_KEY')]);
  });

  it('wants all of a bucket or nothing', () => {
    const key = { S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    expect(problemsOf({ ...key, S3_BUCKET: 'files', S3_REGION: 'eu-central-1' })).toEqual([]);
    expect(problemsOf({ ...key, S3_BUCKET: 'files', S3_ENDPOINT: 'http://store:9000' })).toEqual([]);
    expect(problemsOf({ ...key, S3_BUCKET: 'files' })).toEqual([expect.stringContaining('S3_ENDPOINT')]);
    expect(problemsOf({ S3_ENDPOINT: 'http://store:9000' })).toEqual([expect.stringContaining('S3_BUCKET')]);
    expect(problemsOf({ S3_BUCKET: 'files', S3_REGION: 'here' })).toEqual([
      'S3_BUCKET needs S3_ACCESS_KEY_ID',
      'S3_BUCKET needs S3_SECRET_ACCESS_KEY',
    ]);
  });

  it.each([
    ['S3_ENDPOINT', 'store:9000'],
    ['S3_REGION', 'eu central'],
    ['S3_BUCKET', 'Files'],
    ['S3_ACCESS_KEY_ID', 'two words'],
    ['S3_SECRET_ACCESS_KEY', 'hunter 2'],
    ['S3_FORCE_PATH_STYLE', 'yes'],
  ])('refuses %s=%s', (name, value) => {
    const right = { S3_BUCKET: 'files', S3_REGION: 'here', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    const problems = problemsOf({ ...right, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} must `, 'u'))]);
    expect(problems.join()).not.toContain('hunter');
  });
});
