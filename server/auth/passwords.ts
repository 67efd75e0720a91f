import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords with argon2id and checks them. */
@Injectable()
export class Passwords {
  private decoy?: Promise<string>;

  async hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), COST);
  }

  /** True when the password is the one that was hashed. Without a hash it takes as long and is false, so that time tells nobody whether an account exists. */
  async matches(password: string, stored: string | undefined): Promise<boolean> {
    this.decoy ??= this.hash('nobody has this password');
    const isRight = await verify(stored ?? (await this.decoy), password.normalize('NFC'));
    return isRight && stored !== undefined;
  }
}
