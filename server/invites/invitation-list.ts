import { Injectable } from '@nestjs/common';
import type { Invitation, InvitationPage, InvitationsQuery } from '#contracts/invite.dto.js';
import { LIMITS } from '#contracts/limits.js';
import { readCursor, writeCursor } from '../platform/http/cursor.js';
import { UsersService } from '../users/users.service.js';
import type { InviteEntity } from './invite.entity.js';
import { presentInvitation } from './invite.presenter.js';
import { InvitesRepository } from './invites.repository.js';

/** Who is invited and has not come yet. Only admins may know. */
@Injectable()
export class InvitationList {
  constructor(
    private readonly repository: InvitesRepository,
    private readonly users: UsersService,
  ) {}

  /** A page, the newest first. */
  async list({ q, cursor, limit = LIMITS.pageSize.default }: InvitationsQuery): Promise<InvitationPage> {
    const [after] = cursor === undefined ? [] : readCursor(cursor, ['id']);
    const { invites, total } = await this.repository.listPeople({
      limit: limit + 1,
      ...(q !== undefined && { text: q }),
      ...(after !== undefined && { after }),
    });
    const page = invites.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await this.present(page),
      total,
      ...(invites.length > limit && last && { nextCursor: writeCursor([last.id]) }),
    };
  }

  private async present(invites: readonly InviteEntity[]): Promise<Invitation[]> {
    const makers = await this.users.findMany(invites.map(({ makerId }) => makerId));
    return invites.flatMap((invite) => {
      const maker = makers.get(invite.makerId);
      return maker ? [presentInvitation(invite, maker)] : [];
    });
  }
}
