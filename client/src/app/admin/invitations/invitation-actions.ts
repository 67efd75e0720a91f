import { inject, Injectable } from '@angular/core';
import type { HandedInvitation, Invitation } from '#contracts/invite.dto.js';
import { t } from '../../language/texts';
import { ServerConfig } from '../../sign-in/server-config';
import { SessionStore } from '../../sign-in/session-store';
import type { Action } from '../../ui/action';
import { Confirm } from '../../ui/confirm';
import { LateDialog } from '../../ui/late-dialog';
import { Notice } from '../../ui/notice';
import { dateAndTime } from '../table/date-and-time';
import { DIALOG_LOOK } from '../table/dialog-look';
import { HandedLink } from '../table/handed-link';
import { InvitationList } from './invitation-list';
import { InvitationsApi } from './invitations-api';

/** Inviting people by their address, and what may be done with an invitation. The server decides again. */
@Injectable({ providedIn: 'root' })
export class InvitationActions {
  private readonly api = inject(InvitationsApi);
  private readonly invitations = inject(InvitationList);
  private readonly session = inject(SessionStore);
  private readonly config = inject(ServerConfig);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(LateDialog);
  private readonly link = inject(HandedLink);
  private readonly notice = inject(Notice);

  /** The lines of an invitation's menu: that of an admin only the owner changes. */
  of(invitation: Invitation): Action[] {
    if (invitation.role === 'admin' && this.session.user()?.role !== 'owner') return [];
    return [
      { icon: 'refresh', label: t('admin-invitations.renew'), run: () => this.renew(invitation) },
      { icon: 'delete', label: t('admin-invitations.revoke'), isDanger: true, run: () => this.revoke(invitation) },
    ];
  }

  /** Asks whom, and hands over the link. */
  async invite(): Promise<void> {
    const handed = await this.dialog.open<HandedInvitation>(
      async () => (await import('./invite-person-dialog')).InvitePersonDialog,
      { ...DIALOG_LOOK, autoFocus: false, ariaLabelledBy: 'invite-person-title' },
    );
    if (handed !== undefined) await this.handOver(handed);
  }

  private async renew(invitation: Invitation): Promise<void> {
    const isSure = await this.confirm.ask(() => ({
      icon: 'refresh',
      title: t('admin-invitations.renewAsk', { email: invitation.email }),
      text: t(this.config.sendsMail() ? 'admin-invitations.renewByMail' : 'admin-invitations.renewText'),
      action: t('admin-invitations.renew'),
    }));
    if (isSure) await this.notice.attempt(async () => this.handOver(await this.api.renew(invitation)));
  }

  private async revoke(invitation: Invitation): Promise<void> {
    const { email } = invitation;
    const isSure = await this.confirm.ask(() => ({
      icon: 'delete',
      title: t('admin-invitations.revokeAsk', { email }),
      text: t('admin-invitations.revokeText'),
      action: t('admin-invitations.revoke'),
    }));
    if (!isSure) return;
    await this.notice.attempt(async () => {
      await this.api.withdraw(invitation);
      this.invitations.list.remove(invitation.id);
      this.notice.say(t('admin-invitations.revoked', { email }));
    });
  }

  private async handOver({ invitation, url }: HandedInvitation): Promise<void> {
    void this.invitations.list.refresh();
    const [{ email }, when] = [invitation, dateAndTime(invitation.expiresAt)];
    await this.link.show({
      url,
      heading: t('admin-invitations.linkFor', { email }),
      text: t(this.config.sendsMail() ? 'admin-invitations.linkMailed' : 'admin-invitations.linkOnce', { email, when }),
    });
  }
}
