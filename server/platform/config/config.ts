import { createHmac } from 'node:crypto';
import { resolve } from 'node:path';
import { browserAddress, isLoopback } from './addresses.js';
import { embeddedAddress, type DatabaseAddress } from './database-address.js';
import type { Environment, TrustedProxies } from './environment.js';
import { mailAddress, type MailAddress } from './mail-address.js';
import { s3Address, type S3Address } from './s3-address.js';

/**
 * Everything that can be configured, read once and frozen. Inject it by its class:
 * `constructor(private readonly config: Config) {}`.
 */
export class Config {
  readonly port: number;
  readonly host: string;
  /** Origin under which people reach this server, without a trailing slash. */
  readonly publicUrl: string;
  /** Absolute path of the folder that holds everything this server keeps. */
  readonly dataDir: string;
  readonly database: DatabaseAddress;
  readonly databasePoolSize: number;
  /** Absent: one node, sockets in memory, jobs in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** Absent: files are kept in `dataDir`. */
  readonly s3: S3Address | undefined;
  /** Absent: no mail is sent, and what needs it is refused. */
  readonly mail: MailAddress | undefined;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly role: Environment['ROLE'];
  readonly attachmentMaxBytes: number;
  readonly rateLimits: boolean;
  readonly trustProxy: TrustedProxies;
  readonly metricsToken: string | undefined;
  /** Signs tokens and cookies; the same on every node. */
  readonly secretKey: string;
  /** The same on all nodes of this deployment and on no other's: tells apart what they keep in one Redis. */
  readonly deployment: string;
  /** What the first account must give, printed at start; absent when only this computer can reach the server. */
  readonly setupCode: string | undefined;

  /** Only for tests: where the process kills itself. */
  readonly failPoint: Environment['FAIL_POINT'];

  /** True in a command that comes and goes beside the server: it records events and leaves them to the server. */
  readonly isCommand: boolean;

  /** @param secretKey used when the environment has none */
  constructor(environment: Environment, secretKey: string, { isCommand = false } = {}) {
    this.isCommand = isCommand;
    this.port = environment.PORT;
    this.host = environment.HOST;
    this.publicUrl = environment.PUBLIC_URL
      ? new URL(environment.PUBLIC_URL).origin
      : browserAddress(this.host, this.port);
    this.dataDir = resolve(environment.DATA_DIR);
    this.database = environment.DATABASE_URL
      ? { kind: 'url', url: environment.DATABASE_URL }
      : embeddedAddress(this.dataDir);
    this.databasePoolSize = environment.DATABASE_POOL_SIZE;
    this.redisUrl = environment.REDIS_URL;
    this.s3 = s3Address(environment);
    this.mail = mailAddress(environment, this.publicUrl);
    this.logLevel = environment.LOG_LEVEL;
    this.role = environment.ROLE;
    this.attachmentMaxBytes = environment.ATTACHMENT_MAX_BYTES;
    this.rateLimits = environment.RATE_LIMITS === 'on';
    this.trustProxy = environment.TRUST_PROXY;
    this.metricsToken = environment.METRICS_TOKEN;
    this.secretKey = environment.SECRET_KEY ?? secretKey;
    this.deployment = createHmac('sha256', this.secretKey).update('roomers deployment').digest('hex').slice(0, 12);
    this.failPoint = environment.FAIL_POINT;
    this.setupCode = isLoopback(this.host) ? undefined : setupCode(this.secretKey);
    Object.freeze(this);
  }

  /** True when this process answers HTTP and sockets. */
  get servesHttp(): boolean {
    return this.role !== 'worker';
  }

  /** True when this process runs jobs. */
  get runsJobs(): boolean {
    return this.role !== 'web' && !this.isCommand;
  }

  /** True when this process runs after-commit listeners, which speak to its sockets. */
  get deliversEvents(): boolean {
    return this.servesHttp && !this.isCommand;
  }
}

// Derived and not stored: every node with the same key prints and accepts the same code.
function setupCode(secretKey: string): string {
  const digits = createHmac('sha256', secretKey).update('roomers set-up code').digest();
  const letters = Array.from(digits.subarray(0, 12), (byte) => 'abcdefghjkmnpqrstuvwxyz23456789'[byte % 31]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
