import { Location } from '@angular/common';
import { Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { LIMITS } from '#contracts/limits.js';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Skeletons } from '../ui/skeletons';
import { DoorSubmit } from './door-submit';
import { DoorsApi } from './doors-api';
import { PasswordField } from './password-field';
import { strengthOf } from './password-strength';
import { secretOfAddress } from './secret-of-address';
import { Sending } from './sending';
import { SessionStore } from './session-store';
import { SignInAfter } from './sign-in-after';

/** `/new-password#<token>`: a new password by a link that an admin handed out. */
@Component({
  selector: 'app-new-password-page',
  imports: [DoorSubmit, EmptyState, Icon, MatButtonModule, PasswordField, ReactiveFormsModule, RouterLink, Skeletons],
  providers: [SignInAfter],
  templateUrl: './new-password-page.html',
  styleUrl: './auth-form.scss',
})
export class NewPasswordPage {
  private readonly api = inject(DoorsApi);
  private readonly after = inject(SignInAfter);
  private readonly token = secretOfAddress(inject(ActivatedRoute), inject(Location), '/new-password');
  protected readonly session = inject(SessionStore);
  protected readonly t = t;
  protected readonly limits = LIMITS.password;
  protected readonly link = resource({
    params: this.token,
    loader: ({ params }) => this.api.checkPasswordLink(params),
  });
  protected readonly owner = computed(() => (this.link.hasValue() ? this.link.value() : undefined));
  protected readonly hasFailed = computed(() => this.link.error() !== undefined && !this.isUnusable());
  protected readonly isUnusable = computed(
    () => this.token() === undefined || (this.link.error() as ServerError | undefined)?.code === 'link_unusable',
  );
  protected readonly isDone = signal(false);
  protected readonly form = new FormGroup({
    newPassword: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.minLength(LIMITS.password.min)],
    }),
  });
  private readonly password = toSignal(this.form.controls.newPassword.valueChanges, { initialValue: '' });
  protected readonly strength = computed(() => strengthOf(this.password(), LIMITS.password));
  protected readonly sending = new Sending(this.form);
  /** Who is signed in here, when that is somebody else. */
  protected readonly other = computed(() => {
    const user = this.session.user();
    return user !== null && user.username !== this.owner()?.username ? user : undefined;
  });

  constructor() {
    // Another link may be pasted over this one.
    effect(() => {
      this.token();
      untracked(() => this.isDone.set(false));
    });
  }

  protected async set(): Promise<void> {
    const [token, owner] = [this.token(), this.owner()];
    if (token === undefined || owner === undefined) return;
    const { newPassword } = this.form.getRawValue();
    await this.sending.send(async () => {
      await this.api.usePasswordLink({ token, newPassword });
      // Whoever is signed in here stays who they are.
      if (this.other() === undefined) await this.after.passwordSet(owner.username, newPassword);
      else this.isDone.set(true);
    });
    if (this.sending.problem()?.code === 'link_unusable') this.link.reload();
  }
}
