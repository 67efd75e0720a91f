import { Location } from '@angular/common';
import { Component, computed, effect, inject, resource, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { listed } from '../language/listed';
import { t } from '../language/texts';
import type { ServerError } from '../realtime/server-error';
import { explain } from '../sign-in/field-errors';
import { type Invitation, RegisterForm } from '../sign-in/register-form';
import { secretOfAddress } from '../sign-in/secret-of-address';
import { SessionStore } from '../sign-in/session-store';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Skeletons } from '../ui/skeletons';
import { InvitesApi } from './invites-api';
import { KeptInvite } from './kept-invite';

/** `/invite#<token>`: who invites whereto; whoever is signed in accepts, others register with it or sign in first. */
@Component({
  selector: 'app-invite-page',
  imports: [EmptyState, Icon, MatButtonModule, RegisterForm, RouterLink, Skeletons],
  templateUrl: './invite-page.html',
  styleUrl: './invite-page.scss',
})
export class InvitePage {
  private readonly api = inject(InvitesApi);
  private readonly router = inject(Router);
  private readonly kept = inject(KeptInvite);
  private readonly given = secretOfAddress(inject(ActivatedRoute), inject(Location), '/invite');
  private readonly token = computed(() => this.given() ?? this.kept.token());
  protected readonly session = inject(SessionStore);
  protected readonly t = t;
  protected readonly explain = explain;
  protected readonly invite = resource({ params: this.token, loader: ({ params }) => this.api.check(params) });
  protected readonly details = computed(() => (this.invite.hasValue() ? this.invite.value() : undefined));
  protected readonly places = computed(() => {
    const { roomNames = [], organisationName = '' } = this.details() ?? {};
    return roomNames.length > 0 ? listed(roomNames, 'and') : organisationName;
  });
  protected readonly isUnusable = computed(
    () => this.token() === undefined || (this.invite.error() as ServerError | undefined)?.code === 'invite_unusable',
  );
  protected readonly hasFailed = computed(() => this.invite.error() !== undefined && !this.isUnusable());
  protected readonly invitation = computed<Invitation>(() => ({
    token: this.token() ?? '',
    email: this.details()?.email,
  }));
  protected readonly problem = signal<ServerError | null>(null);
  protected readonly isBusy = signal(false);

  constructor() {
    effect(() => this.kept.token.set(this.token()));
  }

  protected async accept(): Promise<void> {
    const token = this.token();
    if (token === undefined || this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      const [room] = await this.api.accept(token);
      this.kept.token.set(undefined);
      await this.router.navigate(room === undefined ? ['/'] : ['/r', room.slug]);
    } catch (error) {
      this.problem.set(error as ServerError);
    } finally {
      this.isBusy.set(false);
    }
  }
}
