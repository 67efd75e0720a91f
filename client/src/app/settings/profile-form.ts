import { Component, computed, effect, ElementRef, inject, input, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type AbstractControl, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { LIMITS } from '#contracts/limits.js';
import type { Profile } from '#contracts/profile.dto.js';
import { countCodePoints } from '#contracts/text.js';
import { t } from '../language/texts';
import { ProfilesApi } from '../profiles/profiles-api';
import type { ServerError } from '../realtime/server-error';
import { explain, focusFirstWrong, refusalOf, showAtFields } from '../sign-in/field-errors';
import { languageOf } from '../ui/language';
import { Notice } from '../ui/notice';
import { changesTo, factsOf, follow, type ProfileFacts } from './profile-draft';
import { SaveBar } from './save-bar';

const NOTHING: ProfileFacts = { displayName: '', aboutMe: '', location: '' };

const notTooLong = ({ value }: AbstractControl<string>) =>
  countCodePoints(value) > LIMITS.aboutMe ? { tooLong: true } : null;

/** What one says about oneself. The bar to save shows only while something differs from what is saved. */
@Component({
  selector: 'app-profile-form',
  imports: [MatFormFieldModule, MatInputModule, ReactiveFormsModule, RouterLink, SaveBar],
  host: { '(window:beforeunload)': 'warn($event)' },
  templateUrl: './profile-form.html',
  styleUrl: './profile-form.scss',
})
export class ProfileForm {
  protected readonly t = t;
  readonly profile = input.required<Profile>();
  private readonly api = inject(ProfilesApi);
  private readonly notice = inject(Notice);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly limits = LIMITS;
  protected readonly languageOf = languageOf;
  protected readonly refusalOf = refusalOf;
  protected readonly form = new FormGroup({
    displayName: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.pattern(/\S/u)],
    }),
    aboutMe: new FormControl('', { nonNullable: true, validators: notTooLong }),
    location: new FormControl('', { nonNullable: true }),
  });
  private readonly values = toSignal(this.form.valueChanges, { initialValue: NOTHING });
  private readonly written = computed<ProfileFacts>(() => ({ ...NOTHING, ...this.values() }));
  /** The profile as the server has it. */
  private readonly kept = signal(NOTHING);
  private readonly changes = computed(() => changesTo(this.kept(), this.written()));
  readonly hasUnsavedChanges = computed(() => Object.keys(this.changes()).length > 0);
  protected readonly aboutLength = computed(() => countCodePoints(this.written().aboutMe));
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');

  constructor() {
    effect(() => {
      const profile = this.profile();
      untracked(() => this.show(factsOf(profile)));
    });
  }

  protected discard(): void {
    this.form.reset(this.kept());
    this.problem.set('');
    this.leaveBar();
  }

  protected async save(): Promise<void> {
    if (this.isBusy() || !this.hasUnsavedChanges()) return;
    for (const control of Object.values(this.form.controls)) control.updateValueAndValidity();
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    this.isBusy.set(true);
    this.problem.set('');
    try {
      const profile = await this.api.update(this.changes());
      this.leaveBar();
      this.form.reset(factsOf(profile));
      this.notice.say(t('settings.profileSaved'));
    } catch (error) {
      if (!showAtFields(this.form, error as ServerError)) this.problem.set(explain(error as ServerError));
      focusFirstWrong(this.element);
    } finally {
      this.isBusy.set(false);
    }
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.hasUnsavedChanges()) event.preventDefault();
  }

  private show(next: ProfileFacts): void {
    this.form.patchValue(follow(this.kept(), this.written(), next));
    this.kept.set(next);
  }

  /** The bar goes, and with it the button that has the focus. */
  private leaveBar(): void {
    if (document.activeElement?.closest('app-save-bar')) this.element.querySelector('input')?.focus();
  }
}
