import type { Environment } from './environment.js';

/** The bucket in which files are kept. */
export interface S3Address {
  /** Absent: Amazon's of the region. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** True: the bucket is the first part of the path; false: of the host's name. */
  readonly forcePathStyle: boolean;
}

const NAMES = ['S3_ENDPOINT', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'S3_FORCE_PATH_STYLE'] as const;

/** What is missing among the variables of the bucket. */
export function s3Problems(environment: Environment): string[] {
  if (environment.S3_BUCKET === undefined) {
    const given = NAMES.find((name) => environment[name] !== undefined);
    return given === undefined ? [] : [`${given} needs S3_BUCKET: the bucket in which files are to be kept`];
  }
  const problems = (['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
    .filter((name) => environment[name] === undefined)
    .map((name) => `S3_BUCKET needs ${name}`);
  if (environment.S3_ENDPOINT === undefined && environment.S3_REGION === undefined)
    problems.push("S3_BUCKET needs S3_ENDPOINT, the address of the store, or S3_REGION for Amazon's");
  return problems;
}

/** The bucket of `environment`, which has passed `s3Problems`; undefined when files are kept on disk. */
export function s3Address(environment: Environment): S3Address | undefined {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint } = environment;
  if (bucket === undefined) return undefined;
  return {
    endpoint,
    region: environment.S3_REGION ?? 'us-east-1',
    bucket,
    accessKeyId: environment.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: environment.S3_SECRET_ACCESS_KEY ?? '',
    // Few stores of one's own have a name for each bucket.
    forcePathStyle: environment.S3_FORCE_PATH_STYLE
      ? environment.S3_FORCE_PATH_STYLE === 'true'
      : endpoint !== undefined,
  };
}
