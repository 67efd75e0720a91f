import { inject, Injectable } from '@angular/core';
import type { Message } from '#contracts/message.dto.js';
import { t } from '../language/texts';
import type { Action } from '../ui/action';
import { LateDialog } from '../ui/late-dialog';
import { isLive } from './message-facts';

/** Takes a message elsewhere: its files to the device, the whole of it into another post. */
@Injectable({ providedIn: 'root' })
export class MessageSharing {
  private readonly dialog = inject(LateDialog);

  of(message: Message): Action[] {
    const isForeign = message.kind !== 'text' || !isLive(message);
    if (isForeign) return [];
    const files = message.attachments.filter(({ state }) => state !== 'rejected');
    const download: Action = {
      icon: 'download',
      label: t('messages.download', { count: files.length }),
      run: () => files.forEach(({ url, name }) => save(url, name)),
    };
    return [
      ...(files.length > 0 ? [download] : []),
      { icon: 'forward', label: t('messages.forward'), run: () => this.forward(message) },
    ];
  }

  private async forward(message: Message): Promise<void> {
    await this.dialog.open(async () => (await import('./forward-dialog')).ForwardDialog, {
      data: message,
      width: '560px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      autoFocus: false,
      ariaLabelledBy: 'forward-title',
    });
  }
}

/** As a click on a link to it would. */
function save(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
