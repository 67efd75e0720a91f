import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import S3rver from 's3rver';
import type { S3Address } from '../../server/platform/config/s3-address.js';
import { temporaryFolder } from './program.js';

/** The one account of s3rver. */
const KEY = 'S3RVER';

/** What a request gets instead of its answer: silence for ever, or a refusal with a code of S3, as `AccessDenied`. */
export type S3Fault = (request: { method: string; url: URL }) => string | undefined;

/** A real S3-speaking server on a free port, with one bucket. */
export class TestS3 {
  /** Looked at before each request. */
  fault: S3Fault = () => undefined;
  /** Each request that came, as `GET /bucket/key`. */
  readonly requests: string[] = [];

  private constructor(
    private readonly store: S3rver,
    private readonly folder: ReturnType<typeof temporaryFolder>,
    private server: Server,
    readonly bucket: string,
    private readonly port: number,
  ) {}

  static async start(bucket = 'roomers-test'): Promise<TestS3> {
    const folder = temporaryFolder();
    const options = { silent: true, vhostBuckets: false, configureBuckets: [{ name: bucket }] };
    const store = new S3rver({ directory: folder.path, ...options });
    await store.configureBuckets();
    const server = await listening(0);
    const s3 = new TestS3(store, folder, server, bucket, (server.address() as AddressInfo).port);
    s3.serve();
    return s3;
  }

  get address(): S3Address {
    return {
      endpoint: `http://127.0.0.1:${this.port}`,
      region: 'us-east-1',
      bucket: this.bucket,
      accessKeyId: KEY,
      secretAccessKey: KEY,
      forcePathStyle: true,
    };
  }

  /** What the program is told. */
  get variables(): Record<string, string> {
    const { endpoint = '', bucket } = this.address;
    return { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: KEY, S3_SECRET_ACCESS_KEY: KEY };
  }

  /** The keys of what is kept. */
  keys(): string[] {
    const root = join(this.folder.path, this.bucket);
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('._S3rver_object'))
      .map((path) => path.replace('._S3rver_object', ''));
  }

  /** Keeps objects past all requests. @param keys of one folder */
  plant(keys: readonly string[], changedAt = new Date()): void {
    for (const key of keys) {
      const path = join(this.folder.path, this.bucket, `${key}._S3rver_object`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'planted');
      utimesSync(path, changedAt, changedAt);
    }
  }

  /** Uploads in parts that were neither completed nor aborted. */
  unfinished(): string[] {
    return existsSync(this.uploads) ? readdirSync(this.uploads) : [];
  }

  /** As a store that is away: connections are cut and refused. */
  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  /** Once stopped, goes on where it was. */
  async goOn(): Promise<void> {
    this.server = await listening(this.port);
    this.serve();
  }

  /** Ends it with all that it keeps. */
  async end(): Promise<void> {
    if (this.server.listening) await this.stop();
    this.folder.remove();
  }

  private get uploads(): string {
    return join(this.folder.path, this.bucket, '._S3rver_uploads');
  }

  private serve(): void {
    const answer = this.store.callback();
    this.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const url = new URL(request.url ?? '', 'http://store');
      const method = request.method ?? '';
      this.requests.push(`${method} ${url.pathname}`);
      const fault = this.fault({ method, url });
      if (fault === 'silence') return;
      if (fault !== undefined) refuse(response, fault);
      else if (method === 'DELETE' && url.searchParams.has('uploadId')) this.abort(url, response);
      else answer(request, response);
    });
  }

  /** The one operation that we need and s3rver lacks. */
  private abort({ searchParams }: URL, response: ServerResponse): void {
    rmSync(join(this.uploads, searchParams.get('uploadId') ?? 'none'), { recursive: true });
    response.writeHead(204).end();
  }
}

function refuse(response: ServerResponse, code: string): void {
  response.writeHead(code === 'SlowDown' ? 503 : 403, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>Planted</Message></Error>`);
}

async function listening(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return server;
}
