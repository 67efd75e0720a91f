import { Component, computed, effect, ElementRef, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { LIMITS } from '#contracts/limits.js';
import type { Room, RoomVisibility } from '#contracts/room.dto.js';
import { countCodePoints } from '#contracts/text.js';
import type { ServerError } from '../realtime/server-error';
import { explain, focusFirstWrong, showAtFields } from '../sign-in/field-errors';
import { Avatar } from '../ui/avatar';
import { DialogFrame } from '../ui/dialog-frame';
import { Icon } from '../ui/icon';
import { InitialFocus } from '../ui/initial-focus';
import { RoomAddress } from './room-address';
import { RoomsApi } from './rooms-api';

/** Makes a room: the address follows the name until it is edited. */
@Component({
  selector: 'app-create-room-dialog',
  imports: [
    Avatar,
    DialogFrame,
    Icon,
    InitialFocus,
    MatFormFieldModule,
    MatInputModule,
    MatRadioModule,
    ReactiveFormsModule,
  ],
  providers: [RoomAddress],
  templateUrl: './create-room-dialog.html',
  styleUrl: './create-room-dialog.scss',
})
export class CreateRoomDialog {
  private readonly api = inject(RoomsApi);
  private readonly self = inject<MatDialogRef<CreateRoomDialog, Room>>(MatDialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly address = inject(RoomAddress);

  protected readonly limits = LIMITS;
  /** Always the same hue: the room's own comes with its id. */
  protected readonly avatarSeed = 'next';
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.pattern(/\S/u)] }),
    slug: new FormControl('', { nonNullable: true }),
    about: new FormControl('', { nonNullable: true }),
    visibility: new FormControl<RoomVisibility>('public', { nonNullable: true }),
  });
  protected readonly values = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  protected readonly aboutLength = computed(() => countCodePoints(this.values().about ?? ''));
  protected readonly addressState = this.address.state;
  protected readonly addressProblem = this.address.problem;
  protected readonly suggestion = this.address.suggestion;
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');

  constructor() {
    effect(() => {
      const [made, isOwn] = [this.address.made(), this.address.isOwn()];
      if (!isOwn) untracked(() => this.form.controls.slug.setValue(made));
    });
  }

  protected nameTyped(): void {
    this.address.follow(this.form.controls.name.value);
  }

  /** An emptied address follows the name again. */
  protected addressTyped(): void {
    const typed = this.form.controls.slug.value.trim().toLowerCase();
    this.address.choose(typed);
    if (typed !== '') this.form.controls.slug.setValue(typed);
  }

  protected takeSuggestion(slug: string): void {
    this.form.controls.slug.setValue(slug);
    this.address.choose(slug);
  }

  protected async createRoom(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.addressProblem() !== '') this.form.controls.slug.setErrors({ server: true });
    if (this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    const { slug, ...room } = this.form.getRawValue();
    this.isBusy.set(true);
    this.problem.set('');
    try {
      this.self.close(await this.api.create({ ...room, ...(this.address.isOwn() && { slug }) }));
    } catch (error) {
      this.refuse(error as ServerError);
      this.isBusy.set(false);
    }
  }

  protected errorOf(field: 'name' | 'about', fallback: string): string {
    const server: unknown = this.form.controls[field].errors?.['server'];
    return typeof server === 'string' ? server : fallback;
  }

  private refuse(error: ServerError): void {
    const slug = this.form.controls.slug;
    const atSlug = error.fields.find(({ field }) => field === 'slug');
    if (error.code === 'slug_taken' || atSlug !== undefined) {
      this.address.refuse(slug.value, error.code === 'slug_taken' ? error.suggestion : undefined);
      slug.setErrors({ server: true });
    }
    if (error.code !== 'slug_taken' && !showAtFields(this.form, error)) this.problem.set(explain(error));
    focusFirstWrong(this.element);
  }
}
