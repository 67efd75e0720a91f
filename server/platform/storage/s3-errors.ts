import type { S3Address } from '../config/s3-address.js';
import { StartupError } from '../config/startup-error.js';
import { AppError } from '../errors/app-error.js';

interface S3Fault {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** True when there is no such object; also when there is no such bucket, for answers without a body. */
export function isMissingObject(error: unknown): boolean {
  const { name, $metadata } = error as S3Fault;
  return name === 'NoSuchKey' || name === 'NotFound' || ($metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket');
}

/** What the caller is told when the store is away or refuses. */
export function storageAway(cause: unknown): AppError {
  const told = 'The server cannot reach its store of files. Try again.';
  return new AppError('unavailable', told, { retryAfterMs: 5_000 }, { cause });
}

/** What whoever starts the program has to do about a store that cannot be used. */
export function asStartupError(error: unknown, address: S3Address): StartupError {
  return new StartupError([`The store of files cannot be used: ${adviceFor(error as S3Fault, address)}`]);
}

function adviceFor({ name = '', code, message, $metadata }: S3Fault, address: S3Address): string {
  const { bucket, region, endpoint = `Amazon S3 in ${region}` } = address;
  const known: Record<string, string> = {
    NoSuchBucket: `${endpoint} has no bucket "${bucket}". Make it, or correct S3_BUCKET.`,
    InvalidAccessKeyId: `${endpoint} does not know the key. Correct S3_ACCESS_KEY_ID.`,
    SignatureDoesNotMatch: 'the secret does not belong to the key. Correct S3_SECRET_ACCESS_KEY.',
    AccessDenied: `the key may not list, write and delete in the bucket "${bucket}". Allow it, or correct S3_ACCESS_KEY_ID.`,
    PermanentRedirect: `the bucket "${bucket}" is not in ${region}. Correct S3_REGION.`,
    AuthorizationHeaderMalformed: `the bucket "${bucket}" is not in ${region}. Correct S3_REGION.`,
  };
  const advice = known[name];
  if (advice !== undefined) return advice;
  if ($metadata?.httpStatusCode !== undefined)
    return `${endpoint} answers ${String($metadata.httpStatusCode)} ${name}. Look at S3_ENDPOINT and S3_FORCE_PATH_STYLE.`;
  return `${endpoint} does not answer (${code ?? message ?? name}). Start it, or correct S3_ENDPOINT.`;
}
