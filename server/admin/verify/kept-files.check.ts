import { Injectable } from '@nestjs/common';
import { keysOf } from '../../attachments/attachment-keys.js';
import { keyOf } from '../../images/image-keys.js';
import { Storage } from '../../platform/storage/storage.js';
import { CheckCounter, type CheckResult } from './check-result.js';
import { FilesRepository, type KeptFile } from './files.repository.js';

const BATCH = 500;
/** Below every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';
/** A file that seems broken may just have been taken back or processed: it is looked at again. */
const LOOKS = 3;

/** Whether the bytes of what people may read are there, and all of them. */
@Injectable()
export class KeptFilesCheck {
  constructor(
    private readonly files: FilesRepository,
    private readonly storage: Storage,
  ) {}

  /** @param roomId absent: all rooms */
  async attachments(roomId: string | undefined): Promise<CheckResult> {
    const counter = new CheckCounter('Files are there and whole');
    let page = await this.files.page(roomId, FIRST, BATCH);
    for (; page.length > 0; page = await this.files.page(roomId, page.at(-1)?.id ?? '', BATCH)) {
      counter.looked += page.length;
      counter.addFaults(await this.findBroken(page));
    }
    return counter;
  }

  /** @param roomId absent: all rooms, and people */
  async images(roomId: string | undefined): Promise<CheckResult> {
    const counter = new CheckCounter('Pictures of people, rooms and posts are there');
    let page = await this.files.pageOfImages(roomId, FIRST, BATCH);
    for (; page.length > 0; page = await this.files.pageOfImages(roomId, page.at(-1) ?? '', BATCH)) {
      counter.looked += page.length;
      const missing = await this.findMissing(page);
      counter.addFaults(missing.length === 0 ? [] : await this.findMissing(await this.files.findImages(missing)));
    }
    return counter;
  }

  private async findBroken(page: readonly KeptFile[]): Promise<string[]> {
    let suspects = page;
    for (let look = 0; look < LOOKS && suspects.length > 0; look += 1) {
      const present = look === 0 ? suspects : await this.files.find(suspects.map(({ id }) => id));
      const broken: KeptFile[] = [];
      for (const file of present) if (!(await this.isWhole(file))) broken.push(file);
      suspects = broken;
    }
    return suspects.map(({ id }) => id);
  }

  private async isWhole({ bytesId, size, isProcessed, hasThumbnail }: KeptFile): Promise<boolean> {
    const { file, original, thumbnail } = keysOf(bytesId);
    if ((await this.sizeOf(isProcessed ? file : original)) !== size) return false;
    return !hasThumbnail || (await this.sizeOf(thumbnail)) > 0;
  }

  private async findMissing(imageIds: readonly string[]): Promise<string[]> {
    const missing: string[] = [];
    for (const id of imageIds) if ((await this.sizeOf(keyOf(id))) === 0) missing.push(id);
    return missing;
  }

  /** Bytes; 0 when there is no such file. */
  private async sizeOf(key: string): Promise<number> {
    const stored = await this.storage.open(key);
    await stored?.close();
    return stored?.size ?? 0;
  }
}
