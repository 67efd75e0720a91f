import { Component, computed, debounced, ElementRef, inject, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { LIMITS } from '#contracts/limits.js';
import type { Room, RoomVisibility } from '#contracts/room.dto.js';
import { cleanName, countCodePoints } from '#contracts/text.js';
import type { ServerError } from '../realtime/server-error';
import { explain, focusFirstWrong, showAtFields } from '../sign-in/field-errors';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { InitialFocus } from '../ui/initial-focus';
import { RoomsApi } from './rooms-api';

const PREVIEW_MS = 250;

/** Makes a room: the address follows the name until it is edited. */
@Component({
  selector: 'app-create-room-dialog',
  imports: [
    Avatar,
    Icon,
    InitialFocus,
    MatButtonModule,
    MatDialogModule,
    MatFormFieldModule,
    MatInputModule,
    MatRadioModule,
    ReactiveFormsModule,
  ],
  templateUrl: './create-room-dialog.html',
  styleUrl: './create-room-dialog.scss',
})
export class CreateRoomDialog {
  private readonly api = inject(RoomsApi);
  private readonly self = inject<MatDialogRef<CreateRoomDialog, Room>>(MatDialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly limits = LIMITS;
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: Validators.required }),
    slug: new FormControl('', { nonNullable: true }),
    about: new FormControl('', { nonNullable: true }),
    visibility: new FormControl<RoomVisibility>('public', { nonNullable: true }),
  });
  protected readonly name = signal('');
  protected readonly about = signal('');
  protected readonly aboutLength = computed(() => countCodePoints(this.about()));
  protected readonly isSlugOwn = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');
  private readonly settledName = debounced(() => cleanName(this.name()), PREVIEW_MS);
  protected readonly preview = resource({
    params: () => (this.settledName.hasValue() ? this.settledName.value() || undefined : undefined),
    loader: async ({ params }) => {
      const slug = await this.api.slugFor(params);
      if (!this.isSlugOwn()) this.form.controls.slug.setValue(slug);
      return slug;
    },
  });

  protected typedName(name: string): void {
    this.name.set(name);
    if (cleanName(name) === '' && !this.isSlugOwn()) this.form.controls.slug.setValue('');
  }

  /** An emptied address follows the name again. */
  protected typedSlug(slug: string): void {
    this.isSlugOwn.set(slug !== '');
    if (slug === '') this.preview.reload();
  }

  protected async createRoom(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) {
      focusFirstWrong(this.element);
      return;
    }
    const { slug, ...room } = this.form.getRawValue();
    this.isBusy.set(true);
    this.problem.set('');
    try {
      this.self.close(await this.api.create({ ...room, ...(this.isSlugOwn() && { slug: slug.trim() }) }));
    } catch (error) {
      this.refuse(error as ServerError);
      this.isBusy.set(false);
    }
  }

  protected errorOf(field: 'name' | 'slug' | 'about', fallback: string): string {
    const server: unknown = this.form.controls[field].errors?.['server'];
    return typeof server === 'string' ? server : fallback;
  }

  private refuse(error: ServerError): void {
    if (error.code === 'slug_taken') {
      const hint = error.suggestion === undefined ? '' : ` Try ${error.suggestion}.`;
      this.form.controls.slug.setErrors({ server: `This address is in use.${hint}` });
      this.form.controls.slug.markAsTouched();
    } else if (!showAtFields(this.form, error)) {
      this.problem.set(explain(error));
    }
    focusFirstWrong(this.element);
  }
}
