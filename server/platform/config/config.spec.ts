import { describe, expect, it } from '@jest/globals';
import { Config } from './config.js';
import { parseEnvironment } from './read-environment.js';

const KEY = 'a key that is long enough for everything';

function made(variables: Record<string, string> = {}): Config {
  return new Config(parseEnvironment(variables), KEY);
}

describe('Config', () => {
  it('cannot be changed', () => {
    expect(() => Object.assign(made(), { port: 1 })).toThrow(TypeError);
  });

  it('finds its address', () => {
    expect(made().publicUrl).toBe('http://127.0.0.1:3000');
    expect(made({ HOST: '0.0.0.0', PORT: '80' }).publicUrl).toBe('http://localhost:80');
    expect(made({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
    expect(made({ PUBLIC_URL: 'https://chat.example.org/' }).publicUrl).toBe('https://chat.example.org');
  });

  it('asks for a set-up code only where others can reach the server, and for the same one on every node', () => {
    expect(made().setupCode).toBeUndefined();
    const code = made({ HOST: '0.0.0.0' }).setupCode;
    expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(made({ HOST: '10.1.2.3' }).setupCode).toBe(code);
  });

  it('keeps the path of the database socket short enough for the system', () => {
    const deep = made({ DATA_DIR: `/tmp/${'deep/'.repeat(40)}` }).database;
    expect(deep.kind === 'socket' && deep.host.length).toBeLessThan(93);
    expect(made({ DATA_DIR: '/srv/roomers' }).database).toMatchObject({ host: '/srv/roomers/run' });
  });

  it('knows its role', () => {
    const apart = { DATABASE_URL: 'postgres://localhost/x', SECRET_KEY: KEY };
    expect(made()).toMatchObject({ servesHttp: true, runsJobs: true });
    expect(made({ ...apart, ROLE: 'web' })).toMatchObject({ servesHttp: true, runsJobs: false });
    expect(made({ ...apart, ROLE: 'worker' })).toMatchObject({ servesHttp: false, runsJobs: true });
  });

  it('keeps files in a bucket when there is one, by its path where the store is not Amazon', () => {
    expect(made().s3).toBeUndefined();
    const bucket = { S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    const amazon = made({ ...bucket, S3_REGION: 'eu-central-1' }).s3;
    expect(amazon).toEqual({
      endpoint: undefined,
      region: 'eu-central-1',
      bucket: 'files',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      forcePathStyle: false,
    });
    const own = { ...bucket, S3_ENDPOINT: 'http://store:9000' };
    expect(made(own).s3).toMatchObject({ endpoint: 'http://store:9000', region: 'us-east-1', forcePathStyle: true });
    expect(made({ ...own, S3_FORCE_PATH_STYLE: 'false' }).s3).toMatchObject({ forcePathStyle: false });
  });
});
