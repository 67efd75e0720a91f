import { Component, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import type { OrganisationSettings } from '#contracts/organisation.dto.js';
import { t } from '../../language/texts';
import { Confirm } from '../../ui/confirm';
import { Notice } from '../../ui/notice';
import { OrganisationApi } from './organisation-api';

/** The organisation's logo, and the ways to change it; each applies at once. */
@Component({
  selector: 'app-organisation-logo',
  imports: [MatButtonModule],
  template: `
    <img [src]="url() ?? 'favicon.svg'" alt="" width="72" height="72" />
    <div>
      <button matButton="outlined" type="button" #change (click)="picker.click()">
        {{ t('admin-organisation.changeLogo') }}
      </button>
      @if (url()) {
        <button matButton type="button" (click)="remove()">{{ t('admin-organisation.removeLogo') }}</button>
      }
      <p>{{ t('admin-organisation.logoNote') }}</p>
    </div>
    <input #picker type="file" accept="image/*" hidden (change)="choose(picker)" />
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 16px;
    }
    img {
      flex: none;
      border-radius: 16px;
      background: var(--mat-sys-surface-container);
      object-fit: contain;
    }
    p {
      margin-top: 4px;
      color: var(--app-faint);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class OrganisationLogo {
  readonly url = input<string>();
  /** The settings after a change. */
  readonly changed = output<OrganisationSettings>();
  protected readonly t = t;
  private readonly api = inject(OrganisationApi);
  private readonly confirm = inject(Confirm);
  private readonly notice = inject(Notice);
  private readonly change = viewChild<unknown, ElementRef<HTMLElement>>('change', { read: ElementRef });

  protected async choose(picker: HTMLInputElement): Promise<void> {
    const file = picker.files?.[0];
    // The same file may be chosen again.
    picker.value = '';
    if (file !== undefined) await this.take(() => this.api.putLogo(file), t('admin-organisation.logoChanged'));
  }

  protected async remove(): Promise<void> {
    const isSure = await this.confirm.ask(() => ({
      icon: 'delete',
      title: t('admin-organisation.removeLogoAsk'),
      text: t('admin-organisation.removeLogoText'),
      action: t('admin-organisation.removeLogo'),
    }));
    if (!isSure) return;
    await this.take(() => this.api.removeLogo(), t('admin-organisation.logoRemoved'));
    this.change()?.nativeElement.focus();
  }

  private async take(work: () => Promise<OrganisationSettings>, done: string): Promise<void> {
    await this.notice.attempt(async () => {
      this.changed.emit(await work());
      this.notice.say(done);
    });
  }
}
