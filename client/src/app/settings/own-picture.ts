import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { t } from '../language/texts';
import { ProfilesApi } from '../profiles/profiles-api';
import { SessionStore } from '../sign-in/session-store';
import { Avatar } from '../ui/avatar';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { PictureCutter } from '../ui/picture-cutter';

/** The reader's own picture, and the ways to change it. */
@Component({
  selector: 'app-own-picture',
  imports: [Avatar, MatButtonModule],
  templateUrl: './own-picture.html',
  styleUrl: './own-picture.scss',
})
export class OwnPicture {
  protected readonly t = t;
  protected readonly session = inject(SessionStore);
  private readonly api = inject(ProfilesApi);
  private readonly cutter = inject(PictureCutter);
  private readonly confirm = inject(Confirm);
  private readonly notice = inject(Notice);
  private readonly change = viewChild<unknown, ElementRef<HTMLElement>>('change', { read: ElementRef });
  protected readonly isUnreadable = signal(false);

  /** Lets the square be cut from a chosen file, and shows it to everybody. */
  protected async choose(picker: HTMLInputElement): Promise<void> {
    const file = picker.files?.[0];
    // The same file may be chosen again.
    picker.value = '';
    if (file === undefined) return;
    this.isUnreadable.set(false);
    try {
      const profile = await this.cutter.cut(file, {
        heading: t('settings.yourPicture'),
        hint: t('settings.cropHint'),
        isRound: true,
        send: (square) => this.api.putImage(square),
      });
      if (profile !== undefined) this.notice.say(t('settings.pictureShown'));
    } catch {
      this.isUnreadable.set(true);
    }
  }

  protected async remove(): Promise<void> {
    const isSure = await this.confirm.ask(() => ({
      icon: 'delete',
      title: t('settings.removePictureAsk'),
      text: t('settings.initialsInstead'),
      action: t('ui.remove'),
    }));
    if (!isSure) return;
    await this.notice.attempt(async () => {
      await this.api.removeImage();
      this.notice.say(t('settings.pictureRemoved'));
    });
    this.change()?.nativeElement.focus();
  }
}
