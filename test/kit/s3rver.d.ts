declare module 's3rver' {
  import type { RequestListener } from 'node:http';

  /** An S3 server over a folder. It knows keys, and does not check what is signed with them. */
  export default class S3rver {
    constructor(options: {
      directory: string;
      silent: boolean;
      vhostBuckets: boolean;
      configureBuckets: { name: string }[];
    });
    configureBuckets(): Promise<unknown>;
    callback(): RequestListener;
  }
}
