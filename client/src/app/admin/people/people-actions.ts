import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { AdminUser, PasswordLink, UpdateUserDto } from '#contracts/admin.dto.js';
import { t, textParts } from '../../language/texts';
import { SessionStore } from '../../sign-in/session-store';
import type { Action } from '../../ui/action';
import { Confirm } from '../../ui/confirm';
import { Notice } from '../../ui/notice';
import { TypedConfirm } from '../../ui/typed-confirm';
import { OwnedRooms } from '../rooms/owned-rooms';
import { dateAndTime } from '../table/date-and-time';
import { HandedLink } from '../table/handed-link';
import { PeopleApi } from './people-api';
import { PeopleDirectory } from './people-directory';
import { rightsOver } from './person-rights';

/** What an admin may do with one account. The server decides again. */
@Injectable({ providedIn: 'root' })
export class PeopleActions {
  private readonly api = inject(PeopleApi);
  private readonly directory = inject(PeopleDirectory);
  private readonly session = inject(SessionStore);
  private readonly confirm = inject(Confirm);
  private readonly typed = inject(TypedConfirm);
  private readonly link = inject(HandedLink);
  private readonly notice = inject(Notice);
  private readonly owned = inject(OwnedRooms);
  private readonly router = inject(Router);

  /** The lines of a person's menu. */
  of(person: AdminUser): Action[] {
    const rights = rightsOver(person, this.session.user());
    const isInUse = person.status !== 'deactivated';
    const lines: (Action | false)[] = [
      { icon: 'person', label: t('frame.profile'), run: () => this.router.navigate(['/u', person.username]) },
      ...(rights.changeRole ? [this.otherRole(person)] : []),
      rights.makePasswordLink && {
        icon: 'key',
        label: t('admin-people.makeLink'),
        run: () => this.makePasswordLink(person),
      },
      rights.act &&
        isInUse && { icon: 'devices', label: t('admin-people.endSessions'), run: () => this.endSessions(person) },
      rights.handOver && {
        icon: 'swap_horiz',
        label: t('admin-people.handOver'),
        run: () => this.handOver(person),
      },
      rights.act && this.otherStatus(person),
    ];
    return lines.filter((line) => line !== false);
  }

  /** Shows a link once: it cannot be had again. */
  async show(link: PasswordLink, person: AdminUser): Promise<void> {
    await this.link.show({
      url: link.url,
      heading: t('admin-people.linkFor', { name: person.displayName }),
      text: t('admin-people.linkOnce', { when: dateAndTime(link.expiresAt) }),
    });
  }

  async setRole(person: AdminUser, role: 'admin' | 'member'): Promise<void> {
    const name = person.displayName;
    if (await this.update(person, { role })) this.notice.say(t(`admin-people.isNow_${role}`, { name }));
  }

  private otherRole(person: AdminUser): Action {
    const role = person.role === 'admin' ? 'member' : 'admin';
    return { icon: 'shield_person', label: t(`admin-people.make_${role}`), run: () => this.setRole(person, role) };
  }

  private otherStatus(person: AdminUser): Action | false {
    if (person.status === 'deactivated')
      return { icon: 'undo', label: t('admin-people.reactivate'), run: () => this.reactivate(person) };
    return {
      icon: 'do_not_disturb_on',
      label: t('admin-people.deactivate'),
      isDanger: true,
      run: () => this.deactivate(person),
    };
  }

  private async deactivate(person: AdminUser): Promise<void> {
    const name = person.displayName;
    const isSure = await this.confirm.ask(() => ({
      icon: 'do_not_disturb_on',
      title: t('admin-people.deactivateAsk', { name }),
      text: t('admin-people.deactivateText'),
      action: t('admin-people.deactivate'),
    }));
    if (isSure && (await this.update(person, { status: 'deactivated' })))
      this.notice.say(t('admin-people.isDeactivated', { name }));
  }

  private async reactivate(person: AdminUser): Promise<void> {
    if (await this.update(person, { status: 'active' }))
      this.notice.say(t('admin-people.isReactivated', { name: person.displayName }));
  }

  private async update(person: AdminUser, change: UpdateUserDto): Promise<boolean> {
    return this.notice.attempt(async () => {
      const { user, ownedRooms } = await this.api.update(person, change);
      this.directory.take(user);
      if (change.status === 'deactivated' && ownedRooms.length > 0) void this.owned.show(user, ownedRooms);
    });
  }

  private async makePasswordLink(person: AdminUser): Promise<void> {
    const name = person.displayName;
    const isSure = await this.confirm.ask(() => ({
      icon: 'key',
      title: t('admin-people.linkAsk', { name }),
      text: t('admin-people.linkText'),
      action: t('admin-people.makeLink'),
    }));
    if (isSure) await this.notice.attempt(async () => this.show(await this.api.makePasswordLink(person), person));
  }

  private async endSessions(person: AdminUser): Promise<void> {
    const name = person.displayName;
    const isSure = await this.confirm.ask(() => ({
      icon: 'devices',
      title: t('admin-people.endSessionsAsk', { name }),
      text: t('admin-people.endSessionsText'),
      action: t('admin-people.endSessions'),
    }));
    if (!isSure) return;
    await this.notice.attempt(async () => {
      const count = await this.api.endSessions(person);
      this.notice.say(t('admin-people.sessionsEnded', { name, count }));
    });
  }

  private async handOver(person: AdminUser): Promise<void> {
    const name = person.displayName;
    await this.typed.ask({
      icon: 'swap_horiz',
      title: t('admin-people.handOverAsk', { name }),
      name: person.username,
      count: () => Promise.resolve(textParts('admin-people.handOverText', { name })),
      keep: t('ui.cancel'),
      action: t('admin-people.handOver'),
      run: async () => {
        const { user } = await this.api.handOver(person);
        this.directory.take(user);
        void this.directory.refresh();
        this.notice.say(t('admin-people.handedOver', { name }));
      },
    });
  }
}
