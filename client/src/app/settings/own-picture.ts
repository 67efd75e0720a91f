import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { Profile } from '#contracts/profile.dto.js';
import { OwnProfile } from '../profiles/own-profile';
import { ProfilesApi } from '../profiles/profiles-api';
import { SessionStore } from '../sign-in/session-store';
import { Avatar } from '../ui/avatar';
import { Confirm } from '../ui/confirm';
import { LateDialog } from '../ui/late-dialog';
import { Notice } from '../ui/notice';
import { readPicture } from './cut-picture';

/** The reader's own picture, and the ways to change it. */
@Component({
  selector: 'app-own-picture',
  imports: [Avatar, MatButtonModule],
  templateUrl: './own-picture.html',
  styleUrl: './own-picture.scss',
})
export class OwnPicture {
  protected readonly session = inject(SessionStore);
  private readonly api = inject(ProfilesApi);
  private readonly own = inject(OwnProfile);
  private readonly dialog = inject(LateDialog);
  private readonly confirm = inject(Confirm);
  private readonly notice = inject(Notice);
  private readonly change = viewChild<unknown, ElementRef<HTMLElement>>('change', { read: ElementRef });
  protected readonly problem = signal('');

  /** Lets the square be cut from a chosen file, and shows it to everybody. */
  protected async choose(picker: HTMLInputElement): Promise<void> {
    const file = picker.files?.[0];
    // The same file may be chosen again.
    picker.value = '';
    if (file === undefined) return;
    this.problem.set('');
    const url = URL.createObjectURL(file);
    try {
      const profile = await this.cut(await readPicture(url));
      if (profile !== undefined) this.take(profile, 'Your picture is shown to everybody');
    } catch {
      this.problem.set('This file is not a picture that can be shown.');
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  protected async remove(): Promise<void> {
    const text = 'Everybody sees your initials in its place.';
    if (!(await this.confirm.ask({ icon: 'delete', title: 'Remove your picture?', text, action: 'Remove' }))) return;
    await this.notice.attempt(async () => this.take(await this.api.removeImage(), 'Picture removed'));
    this.change()?.nativeElement.focus();
  }

  private cut(image: HTMLImageElement): Promise<Profile | undefined> {
    return this.dialog.open<Profile>(async () => (await import('./picture-dialog')).PictureDialog, {
      data: image,
      width: '440px',
      maxWidth: '100vw',
      panelClass: 'full-on-phone',
      ariaLabelledBy: 'picture-title',
    });
  }

  private take(profile: Profile, said: string): void {
    this.own.take(profile);
    this.notice.say(said);
  }
}
