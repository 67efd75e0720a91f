import { Injectable } from '@nestjs/common';
import { ATTACHMENT_FOLDER, attachmentIdOf } from '../../attachments/attachment-keys.js';
import { IMAGE_FOLDER, imageIdOf } from '../../images/image-keys.js';
import { Clock } from '../../platform/clock/clock.js';
import { isId } from '../../platform/ids/ids.js';
import { Storage } from '../../platform/storage/storage.js';
import { CheckCounter, type CheckResult } from './check-result.js';
import { FilesRepository, SWEPT_HOURS } from './files.repository.js';

const BATCH = 500;
const SWEPT_MS = SWEPT_HOURS * 3_600_000;

/** Of keys, those that nobody may read. */
type FindUnused = (keys: readonly string[]) => Promise<string[]>;

/** Whether the storage holds bytes that belong to nobody. Young ones may be about to: the sweep has its time first. */
@Injectable()
export class LeftOverFilesCheck {
  constructor(
    private readonly files: FilesRepository,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<CheckResult> {
    const counter = new CheckCounter('No file is left over');
    await this.walk(counter, ATTACHMENT_FOLDER, (keys) => this.unusedAttachments(keys));
    await this.walk(counter, IMAGE_FOLDER, (keys) => this.unusedImages(keys));
    return counter;
  }

  private async walk(counter: CheckCounter, folder: string, findUnused: FindUnused): Promise<void> {
    const settled = new Date(this.clock.now() - SWEPT_MS);
    let keys: string[] = [];
    const look = async (): Promise<void> => {
      counter.addFaults(await this.stillThere(keys.length === 0 ? [] : await findUnused(keys)));
      keys = [];
    };
    for await (const { key, changedAt } of this.storage.list(folder)) {
      counter.looked += 1;
      if (changedAt < settled) keys.push(key);
      if (keys.length === BATCH) await look();
    }
    await look();
  }

  private async unusedAttachments(keys: readonly string[]): Promise<string[]> {
    const ids = new Set(keys.map(attachmentIdOf).filter(isId));
    const { dead, cleaned } = await this.files.findLeftOver([...ids]);
    const [isDead, isCleaned] = [new Set(dead), new Set(cleaned)];
    return keys.filter((key) => {
      const id = attachmentIdOf(key);
      return !isId(id) || isDead.has(id) || (isCleaned.has(id) && key.endsWith('.original'));
    });
  }

  private async unusedImages(keys: readonly string[]): Promise<string[]> {
    const shown = new Set(await this.files.findImages(keys.map(imageIdOf).filter(isId)));
    return keys.filter((key) => !shown.has(imageIdOf(key)));
  }

  /** The sweep may have taken some since they were listed. */
  private async stillThere(keys: readonly string[]): Promise<string[]> {
    const there: string[] = [];
    for (const key of keys) if (!isKnownForm(key) || (await this.storage.has(key))) there.push(key);
    return there;
  }
}

function isKnownForm(key: string): boolean {
  return isId(key.slice(key.indexOf('/') + 1, key.lastIndexOf('.')));
}
