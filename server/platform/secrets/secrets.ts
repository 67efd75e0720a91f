import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto';
import { Config } from '../config/config.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Six digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** 256 random bits, for an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Keeps secrets so that who reads the database or the queue learns none: as keyed hashes, or sealed where they are needed again. */
@Injectable()
export class Secrets {
  private readonly hashKey: Buffer;
  private readonly sealKey: Buffer;

  constructor({ secretKey }: Config) {
    const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secretKey, '', purpose, 32));
    this.hashKey = derive('roomers kept hashes');
    this.sealKey = derive('roomers sealed secrets');
  }

  /** The keyed hash of a secret; those of one purpose are no good for another. */
  hash(purpose: string, secret: string): string {
    return createHmac('sha256', this.hashKey).update(`${purpose}:${secret}`).digest('base64url');
  }

  /** A value that only `open` reads. */
  seal(value: object): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, nonce);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** What was sealed. @throws Error when it was sealed with another key, or is damaged */
  open(sealed: string): unknown {
    const bytes = Buffer.from(sealed, 'base64url');
    const text = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    const cipher = createDecipheriv('aes-256-gcm', this.sealKey, bytes.subarray(0, NONCE_BYTES));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return JSON.parse(Buffer.concat([cipher.update(text), cipher.final()]).toString('utf8')) as unknown;
  }
}
