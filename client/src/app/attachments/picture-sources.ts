import { inject, Injectable } from '@angular/core';
import type { Attachment } from '#contracts/attachment.dto.js';
import { ChatSocket } from '../realtime/chat-socket';

/** Where pictures are loaded from: the server once it has cleaned them, until then the file they were uploaded from. */
@Injectable({ providedIn: 'root' })
export class PictureSources {
  private readonly local = new Map<string, string>();

  constructor() {
    inject(ChatSocket).on('messages', ({ items }) => {
      for (const attachment of items.flatMap(({ attachments }) => attachments)) {
        if (attachment.state === 'ready') this.forget(attachment);
      }
    });
  }

  /** Remembers the file of an upload. */
  keep({ id, mime }: Attachment, file: File): void {
    if (mime.startsWith('image/')) this.local.set(id, URL.createObjectURL(file));
  }

  forget({ id }: Attachment): void {
    const address = this.local.get(id);
    if (address !== undefined) URL.revokeObjectURL(address);
    this.local.delete(id);
  }

  /** For a small picture; undefined while there is nothing to show yet. */
  small(picture: Attachment): string | undefined {
    return picture.state === 'ready' ? (picture.thumbnailUrl ?? picture.url) : this.local.get(picture.id);
  }

  /** For the picture in full. */
  full(picture: Attachment): string | undefined {
    return picture.state === 'ready' ? picture.url : this.local.get(picture.id);
  }
}
