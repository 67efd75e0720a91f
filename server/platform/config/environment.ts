import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateBy } from 'class-validator';
import { DEFAULT_ATTACHMENT_BYTES } from '#contracts/limits.js';
import { isProxyRange } from './addresses.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const FAIL_POINTS = ['message-committed', 'outbox-committed', 'picture-cleaned'] as const;
export const ROLES = ['all', 'web', 'worker'] as const;

/** `0` means that TRUST_PROXY names nobody, a number how many proxies stand before us, a list which ones. */
export type TrustedProxies = false | number | readonly string[];

const MEBIBYTE = 1024 * 1024;
const shown = (value: unknown): string => JSON.stringify(value);

function Whole(min: number, max: number): PropertyDecorator {
  const message = ({ property, value }: { property: string; value: unknown }): string =>
    `${property} must be a whole number from ${String(min)} to ${String(max)}, not ${shown(value)}`;
  return (target, key) => {
    Transform(({ value }: { value: unknown }) => (/^\d+$/.test(String(value)) ? Number(value) : value))(target, key);
    Min(min, { message })(target, String(key));
    Max(max, { message })(target, String(key));
  };
}

function OneOf(words: readonly string[]): PropertyDecorator {
  return IsIn(words, {
    message: ({ property, value }) => `${property} must be one of ${words.join(', ')}, not ${shown(value)}`,
  });
}

function Address(
  protocols: readonly string[],
  example: string,
  options: { bare?: boolean; named?: boolean } = {},
): PropertyDecorator {
  const validate = (value: unknown): boolean => {
    const url = typeof value === 'string' ? URL.parse(value) : null;
    if (!url || !protocols.includes(url.protocol)) return false;
    if (options.named && url.hostname === '') return false;
    return !options.bare || (url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '');
  };
  const defaultMessage = (): string => `$property must look like ${example}`;
  return ValidateBy({ name: 'address', validator: { validate, defaultMessage } });
}

function ProxyList(): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    value === false || typeof value === 'number' || (Array.isArray(value) && value.every(isProxyRange));
  const defaultMessage = (): string =>
    '$property must be "false", a number of proxies from 1 to 20, or addresses and ranges separated by commas';
  return ValidateBy({ name: 'proxyList', validator: { validate, defaultMessage } });
}

function proxies(text: string): TrustedProxies {
  if (text === 'false' || text === '0') return false;
  if (/^([1-9]|1\d|20)$/.test(text)) return Number(text);
  return text.split(',').map((part) => part.trim());
}

/** The variables of `.env.example`, with what they are when nobody sets them. Empty ones count as not set. */
export class Environment {
  @Whole(0, 65_535) PORT = 3000;
  @Matches(/^[\w.:-]+$/, {
    message: 'HOST must be an address or a name of this computer, such as 127.0.0.1 or 0.0.0.0',
  })
  HOST = '127.0.0.1';
  @IsOptional()
  @Address(['http:', 'https:'], 'https://chat.example.org, without a path', { bare: true })
  PUBLIC_URL?: string;
  @IsString() @MinLength(1) DATA_DIR = './data';
  @IsOptional()
  @Address(['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/database')
  DATABASE_URL?: string;
  @Whole(2, 500) DATABASE_POOL_SIZE = 20;
  @IsOptional() @Address(['redis:', 'rediss:'], 'redis://host:6379') REDIS_URL?: string;
  @OneOf(LOG_LEVELS) LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';
  @OneOf(ROLES) ROLE: (typeof ROLES)[number] = 'all';
  @Whole(1024, 10_240 * MEBIBYTE) ATTACHMENT_MAX_BYTES = DEFAULT_ATTACHMENT_BYTES;
  @OneOf(['on', 'off']) RATE_LIMITS: 'on' | 'off' = 'on';
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? proxies(value) : value))
  @ProxyList()
  TRUST_PROXY: TrustedProxies = false;
  @IsOptional() @MinLength(16, { message: 'METRICS_TOKEN must have at least 16 characters' }) METRICS_TOKEN?: string;
  @IsOptional()
  @MinLength(32, { message: 'SECRET_KEY must have at least 32 characters; make one with: openssl rand -base64 32' })
  @MaxLength(512, { message: 'SECRET_KEY must have at most 512 characters' })
  SECRET_KEY?: string;
  @IsOptional() @Address(['http:', 'https:'], 'https://s3.example.org') S3_ENDPOINT?: string;
  @IsOptional()
  @Matches(/^[\w-]{1,64}$/, { message: 'S3_REGION must be the name of a region, such as eu-central-1' })
  S3_REGION?: string;
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
    message: 'S3_BUCKET must be the name of a bucket: 3 to 63 small letters, digits, dots and hyphens',
  })
  S3_BUCKET?: string;
  @IsOptional() @Matches(/^\S+$/, { message: 'S3_ACCESS_KEY_ID must be one word' }) S3_ACCESS_KEY_ID?: string;
  @IsOptional() @Matches(/^\S+$/, { message: 'S3_SECRET_ACCESS_KEY must be one word' }) S3_SECRET_ACCESS_KEY?: string;
  @IsOptional() @OneOf(['true', 'false']) S3_FORCE_PATH_STYLE?: 'true' | 'false';
  @IsOptional()
  @Address(['smtp:', 'smtps:'], 'smtp://user:password@mail.example.org:587', { named: true })
  SMTP_URL?: string;
  @IsOptional()
  @Matches(/^([^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
    message: 'MAIL_FROM must look like Roomers <chat@example.org>',
  })
  MAIL_FROM?: string;
  /** Only for tests: where the process kills itself, to show that nothing is lost there. */
  @IsOptional() @OneOf(FAIL_POINTS) FAIL_POINT?: (typeof FAIL_POINTS)[number];
}
