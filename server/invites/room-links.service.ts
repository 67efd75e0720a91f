import { Injectable } from '@nestjs/common';
import type { CreateRoomInviteDto, NewRoomInvite, RoomInvite } from '#contracts/invite.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { Organisation } from '../organisation/organisation.service.js';
import { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/errors/app-error.js';
import { isId, newId } from '../platform/ids/ids.js';
import { UsersService } from '../users/users.service.js';
import { InviteTokens } from './invite-tokens.js';
import type { InviteEntity } from './invite.entity.js';
import { presentLink } from './invite.presenter.js';
import { InvitesRepository } from './invites.repository.js';

/** Links that lead into rooms. Who may make and see them is asked by who knows the rooms. */
@Injectable()
export class RoomLinks {
  constructor(
    private readonly repository: InvitesRepository,
    private readonly tokens: InviteTokens,
    private readonly users: UsersService,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  /** Makes a link into a room. */
  async make(makerId: string, roomId: string, wish: CreateRoomInviteDto): Promise<NewRoomInvite> {
    const { uses = null, expiresInHours = LIMITS.inviteHours.default } = wish;
    const { token, url, ...kept } = this.tokens.make(expiresInHours);
    const link: InviteEntity = {
      ...kept,
      ...{ id: newId(), makerId, roomIds: [roomId], email: null, role: null, usesLeft: uses, used: 0 },
    };
    await this.repository.sweepLinks(kept.createdAt);
    await this.repository.insert(link);
    const [shown] = await this.present([link]);
    if (!shown) throw notFound();
    return { ...shown, token, url };
  }

  /** The links into a room that work, of those makers, the newest first. */
  async list(roomId: string, makerIds: readonly string[]): Promise<RoomInvite[]> {
    const links = await this.repository.listLinks(roomId, makerIds, this.clock.date(), LIMITS.pageSize.max);
    return this.present(links);
  }

  /** Takes a link into a room away; false when there is none. */
  async revoke(roomId: string, id: string): Promise<boolean> {
    return isId(id) && this.repository.removeLink(roomId, id);
  }

  private async present(links: InviteEntity[]): Promise<RoomInvite[]> {
    const { whoMayInvite } = await this.organisation.current();
    const makers = await this.users.findMany(links.map(({ makerId }) => makerId));
    return links.flatMap((link) => {
      const maker = makers.get(link.makerId);
      return maker ? [presentLink(link, maker, whoMayInvite)] : [];
    });
  }
}
