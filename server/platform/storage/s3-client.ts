import { S3Client } from '@aws-sdk/client-s3';
import type { S3Address } from '../config/s3-address.js';

/** Tries of one request, with pauses that grow; then whoever asked is told. */
const ATTEMPTS = 3;
const CONNECT_MS = 3_000;
/** Until the answer begins; long enough for a part of an upload on a slow line. */
const ANSWER_MS = 60_000;
/** A reader who pauses keeps a connection; one who is silent for this long gives it back. */
const IDLE_MS = 600_000;
/** Each reader of a file keeps one for as long as he reads. */
const CONNECTIONS = 1_000;

/** For requests without a body: how long until the answer begins. */
export const SOON = { requestTimeout: 5_000 };

/** Speaks to the store at `address`. Sums that only Amazon checks are left out, since not every store knows them. */
export function createS3Client({ endpoint, region, forcePathStyle, ...credentials }: S3Address): S3Client {
  const agent = { maxSockets: CONNECTIONS };
  return new S3Client({
    ...(endpoint === undefined ? {} : { endpoint }),
    region,
    forcePathStyle,
    credentials: { accessKeyId: credentials.accessKeyId, secretAccessKey: credentials.secretAccessKey },
    maxAttempts: ATTEMPTS,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: ANSWER_MS,
      socketTimeout: IDLE_MS,
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
}
