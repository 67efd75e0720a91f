import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { Config } from '../config/config.js';

const LONGEST_PAUSE_MS = 1_000;
/** Bytes on their way to a Redis that takes its time; more is dropped, and the others learn that they missed something. */
const MOST_PENDING = 8 * 1024 * 1024;

/** Nothing waits for a Redis that is away: a command fails at once, and one that is not answered soon. */
const OPTIONS: RedisOptions = {
  enableOfflineQueue: false,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 3_000,
  commandTimeout: 2_000,
  retryStrategy: (attempt) => Math.min(50 * attempt, LONGEST_PAUSE_MS),
};

/** The two connections to Redis: one speaks, one listens to what any node says. */
@Injectable()
export class RedisLink implements OnApplicationShutdown {
  private readonly logger = new Logger(RedisLink.name);
  /** Takes commands; undefined without REDIS_URL. Every command needs a `catch`. */
  readonly commands: Redis | undefined;
  private readonly listener: Redis | undefined;
  private readonly channel: string;
  private pending = 0;
  private isSubscribed = false;
  private isDown = false;

  constructor({ redisUrl, deployment }: Config) {
    this.channel = `roomers:${deployment}:nodes`;
    if (redisUrl === undefined) return;
    this.commands = new Redis(redisUrl, OPTIONS);
    this.listener = new Redis(redisUrl, OPTIONS);
    for (const client of [this.commands, this.listener]) {
      client.on('error', (error: Error) => {
        this.noteDown(error.message);
      });
      client.on('close', () => {
        this.noteDown('the connection was closed');
      });
    }
    this.commands.on('ready', () => {
      this.noteUp();
    });
  }

  onApplicationShutdown(): void {
    this.isDown = true;
    this.commands?.disconnect();
    this.listener?.disconnect();
  }

  /** True while commands are taken and what others say is heard. */
  get isConnected(): boolean {
    return this.isSubscribed && this.commands?.status === 'ready';
  }

  /** Calls `take` with what any node says, and `onActive` each time that listening has begun. */
  listen(take: (text: string) => void, onActive: () => void): void {
    const { listener } = this;
    if (!listener) return;
    listener.on('message', (_: string, text: string) => {
      take(text);
    });
    const subscribe = (): void => {
      this.subscribe(listener).then(onActive, () => {
        listener.disconnect(true);
      });
    };
    if (listener.status === 'ready') subscribe();
    listener.on('ready', subscribe);
    listener.on('close', () => {
      this.isSubscribed = false;
    });
  }

  private async subscribe(listener: Redis): Promise<void> {
    await listener.subscribe(this.channel);
    this.isSubscribed = true;
    this.noteUp();
  }

  /** Says something to every node that listens, this one too; waits for nothing, and drops it when Redis cannot take it. */
  say(text: string): void {
    if (this.commands?.status !== 'ready' || this.pending > MOST_PENDING) return;
    this.pending += text.length;
    this.commands
      .publish(this.channel, text)
      .catch(() => undefined)
      .finally(() => (this.pending -= text.length));
  }

  /** Connects anew: for a Redis that takes commands and does not answer. */
  renew(): void {
    this.noteDown('it does not answer');
    // An orderly end would wait for its answer too.
    this.commands?.stream.destroy();
    this.listener?.stream.destroy();
  }

  // Attempts fail several times a second: the first one is told, and the end of it.
  private noteDown(reason: string): void {
    if (this.isDown) return;
    this.isDown = true;
    this.logger.warn(`Redis cannot be reached: ${reason}. Other nodes are heard again when it is back.`);
  }

  private noteUp(): void {
    if (!this.isDown || !this.isConnected) return;
    this.isDown = false;
    this.logger.log('Redis is back.');
  }
}
