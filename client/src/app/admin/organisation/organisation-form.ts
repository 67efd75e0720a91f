import { Component, computed, effect, ElementRef, inject, input, output, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { MatSelectModule } from '@angular/material/select';
import { MatSlideToggleModule } from '@angular/material/slide-toggle';
import { LIMITS } from '#contracts/limits.js';
import type { OrganisationSettings } from '#contracts/organisation.dto.js';
import { fileSize } from '../../attachments/file-size';
import { t } from '../../language/texts';
import type { ServerError } from '../../realtime/server-error';
import { SaveBar } from '../../settings/save-bar';
import { explain, focusFirstWrong, refusalOf, showAtFields } from '../../sign-in/field-errors';
import { Confirm } from '../../ui/confirm';
import { Notice } from '../../ui/notice';
import { RoomChips } from '../rooms/room-chips';
import { editWindows } from './edit-windows';
import { OrganisationApi } from './organisation-api';
import { changesTo, factsOf, follow, type OrganisationFacts } from './organisation-draft';

/** The server's names of what the form calls otherwise. */
const FIELDS: Readonly<Record<string, string>> = {
  attachmentMaxBytes: 'attachmentMax',
  editWindowMinutes: 'editWindow',
};

/** What holds for everybody. The bar to save shows only while something differs from what is saved. */
@Component({
  selector: 'app-organisation-form',
  imports: [
    MatFormFieldModule,
    MatInputModule,
    MatRadioModule,
    MatSelectModule,
    MatSlideToggleModule,
    ReactiveFormsModule,
    RoomChips,
    SaveBar,
  ],
  host: { '(window:beforeunload)': 'warn($event)' },
  templateUrl: './organisation-form.html',
  styleUrl: './organisation-form.scss',
})
export class OrganisationForm {
  readonly settings = input.required<OrganisationSettings>();
  /** The settings after a change. */
  readonly saved = output<OrganisationSettings>();
  private readonly api = inject(OrganisationApi);
  private readonly notice = inject(Notice);
  private readonly confirm = inject(Confirm);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly t = t;
  protected readonly refusalOf = refusalOf;
  protected readonly limits = LIMITS;
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.pattern(/\S/u)] }),
    registration: new FormControl<OrganisationFacts['registration']>('open', { nonNullable: true }),
    emailDomains: new FormControl('', { nonNullable: true }),
    verifiedEmail: new FormControl(false, { nonNullable: true }),
    whoMayInvite: new FormControl<OrganisationFacts['whoMayInvite']>('admins', { nonNullable: true }),
    whoMayCreateRooms: new FormControl<OrganisationFacts['whoMayCreateRooms']>('everyone', { nonNullable: true }),
    defaultRoomIds: new FormControl<readonly string[]>([], { nonNullable: true }),
    attachmentMax: new FormControl<number | null>(null),
    blockedAttachmentTypes: new FormControl('', { nonNullable: true }),
    editWindow: new FormControl(0, { nonNullable: true }),
    deletesOld: new FormControl(false, { nonNullable: true }),
    retentionDays: new FormControl<number | null>(null),
  });
  private readonly changed = toSignal(this.form.valueChanges);
  protected readonly written = computed<OrganisationFacts>(() => {
    this.changed();
    return this.form.getRawValue();
  });
  /** The settings as the server has them. */
  private readonly kept = signal<OrganisationFacts>(this.form.getRawValue());
  private readonly changes = computed(() => changesTo(this.kept(), this.written()));
  readonly hasUnsavedChanges = computed(() => Object.keys(this.changes()).length > 0);
  protected readonly editWindows = computed(() => editWindows(this.kept().editWindow));
  protected readonly ceiling = computed(() => fileSize(this.settings().attachmentCeilingBytes));
  protected readonly isBusy = signal(false);
  private readonly refusal = signal<ServerError | null>(null);
  protected readonly problem = computed(() => {
    const refusal = this.refusal();
    return refusal === null ? '' : explain(refusal);
  });

  constructor() {
    effect(() => {
      const next = factsOf(this.settings());
      untracked(() => this.show(next));
    });
  }

  protected discard(): void {
    this.form.reset(this.kept());
    this.refusal.set(null);
    this.leaveBar();
  }

  protected async save(): Promise<void> {
    if (this.isBusy() || !this.hasUnsavedChanges()) return;
    for (const control of Object.values(this.form.controls)) control.updateValueAndValidity();
    const { deletesOld, retentionDays } = this.written();
    if (deletesOld && retentionDays === null) this.form.controls.retentionDays.setErrors({ required: true });
    this.form.markAllAsTouched();
    if (this.form.invalid) focusFirstWrong(this.element);
    else if (await this.isSure()) await this.send();
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.hasUnsavedChanges()) event.preventDefault();
  }

  /** What will be deleted is said before. */
  private async isSure(): Promise<boolean> {
    const { retentionDays: count } = this.changes();
    if (count === undefined || count === null) return true;
    return this.confirm.ask(() => ({
      icon: 'delete',
      title: t('admin-organisation.retentionAsk', { count }),
      text: t('admin-organisation.retentionText', { count }),
      action: t('admin-organisation.retentionDo'),
    }));
  }

  private async send(): Promise<void> {
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      const settings = await this.api.update(this.changes());
      this.leaveBar();
      this.form.reset(factsOf(settings));
      this.saved.emit(settings);
      this.notice.say(t('admin-organisation.saved'));
    } catch (error) {
      this.refuse(error as ServerError);
    } finally {
      this.isBusy.set(false);
    }
  }

  private refuse(error: ServerError): void {
    for (const refused of error.fields) refused.field = FIELDS[refused.field] ?? refused.field;
    if (!showAtFields(this.form, error)) this.refusal.set(error);
    focusFirstWrong(this.element);
  }

  private show(next: OrganisationFacts): void {
    this.form.patchValue(follow(this.kept(), this.written(), next));
    this.kept.set(next);
  }

  /** The bar goes, and with it the button that has the focus. */
  private leaveBar(): void {
    if (document.activeElement?.closest('app-save-bar')) this.element.querySelector('input')?.focus();
  }
}
