import { Component, effect, ElementRef, inject, resource, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { LIMITS } from '#contracts/limits.js';
import type { Profile } from '#contracts/profile.dto.js';
import { countCodePoints } from '#contracts/text.js';
import { OpenLists } from '../open-lists';
import { PeopleStore } from '../profiles/people-store';
import { ProfilesApi } from '../profiles/profiles-api';
import type { ServerError } from '../realtime/server-error';
import { explain, focusFirstWrong, showAtFields } from '../sign-in/field-errors';
import { SessionStore } from '../sign-in/session-store';
import { Avatar } from '../ui/avatar';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';

/** What one says about oneself, once it is known: an empty form would overwrite it. The bar to save shows only when something was changed. */
@Component({
  selector: 'app-profile-settings',
  imports: [Avatar, EmptyState, MatButtonModule, MatFormFieldModule, MatInputModule, OpenLists, ReactiveFormsModule],
  templateUrl: './profile-settings.html',
  styleUrl: './profile-settings.scss',
})
export class ProfileSettings {
  private readonly api = inject(ProfilesApi);
  private readonly people = inject(PeopleStore);
  private readonly notice = inject(Notice);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly session = inject(SessionStore);
  protected readonly limits = LIMITS;
  protected readonly profile = resource({
    loader: () => this.api.profile(this.session.user()?.username ?? 'me'),
  });
  protected readonly form = new FormGroup({
    displayName: new FormControl('', { nonNullable: true, validators: Validators.required }),
    aboutMe: new FormControl('', { nonNullable: true }),
    location: new FormControl('', { nonNullable: true }),
  });
  private readonly values = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');

  constructor() {
    effect(() => {
      if (this.profile.hasValue()) {
        const profile = this.profile.value();
        untracked(() => this.show(profile));
      }
    });
  }

  protected aboutLength(): number {
    return countCodePoints(this.values().aboutMe ?? '');
  }

  protected errorOf(field: 'displayName' | 'aboutMe' | 'location', fallback: string): string {
    const server: unknown = this.form.controls[field].errors?.['server'];
    return typeof server === 'string' ? server : fallback;
  }

  protected discard(): void {
    if (this.profile.hasValue()) this.show(this.profile.value());
  }

  protected async save(): Promise<void> {
    if (this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    this.isBusy.set(true);
    this.problem.set('');
    try {
      const profile = await this.api.update(this.form.getRawValue());
      this.profile.set(profile);
      this.session.updateUser(profile.user);
      this.people.put([profile.user]);
      this.notice.say('Profile saved');
    } catch (error) {
      if (!showAtFields(this.form, error as ServerError)) this.problem.set(explain(error as ServerError));
      focusFirstWrong(this.element);
    } finally {
      this.isBusy.set(false);
    }
  }

  private show({ user, aboutMe, location }: Profile): void {
    this.form.reset({ displayName: user.displayName, aboutMe, location });
  }
}
