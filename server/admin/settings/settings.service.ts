import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { OrganisationSettings, UpdateOrganisationDto } from '#contracts/organisation.dto.js';
import { AuditLog } from '../../audit/audit-log.js';
import { Transactions } from '../../database/transactions.js';
import { LogoService } from '../../images/logo.service.js';
import { validationFailed } from '../../platform/errors/app-error.js';
import { DefaultRooms } from '../../rooms/default-rooms.js';
import { Organisation, type SettingsChange } from '../../organisation/organisation.service.js';

/** What admins set for everybody; every change is recorded. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly organisation: Organisation,
    private readonly logo: LogoService,
    private readonly rooms: DefaultRooms,
    private readonly audit: AuditLog,
    private readonly transactions: Transactions,
  ) {}

  async show(): Promise<OrganisationSettings> {
    return this.organisation.current();
  }

  /** @throws AppError `validation_failed` with every field that this server cannot keep, or at `defaultRoomIds` */
  async update(change: UpdateOrganisationDto): Promise<OrganisationSettings> {
    return this.transactions.run(async () => {
      const changed = await this.organisation.update(change);
      await this.refuseClosedRooms(changed);
      const details = differences(changed);
      const target = { type: 'organisation' as const, name: changed.after.name };
      if (Object.keys(details).length > 0) await this.audit.record({ action: 'settings_changed', target, details });
      return changed.after;
    });
  }

  /** Makes the picture that the request brings the logo. @throws AppError as `ImageMaker.make` */
  async putLogo(userId: string, request: Request): Promise<OrganisationSettings> {
    return this.setLogo(await this.logo.receive(userId, request));
  }

  async removeLogo(): Promise<OrganisationSettings> {
    return this.setLogo(null);
  }

  /** Rooms that were set before may have closed meanwhile; new ones are open. */
  private async refuseClosedRooms({ before, after }: SettingsChange): Promise<void> {
    const added = after.defaultRoomIds.filter((id) => !before.defaultRoomIds.includes(id));
    if ((await this.rooms.findClosed(added)).length === 0) return;
    const message = 'Newcomers can join public rooms only, that are not archived.';
    throw validationFailed([{ field: 'defaultRoomIds', code: 'invalid', message }]);
  }

  private async setLogo(imageId: string | null): Promise<OrganisationSettings> {
    const { name } = await this.organisation.current();
    await this.transactions.run(async () => {
      await this.logo.set(imageId);
      await this.audit.record({
        action: 'logo_changed',
        target: { type: 'organisation', name },
        details: { imageId },
      });
    });
    return this.organisation.current();
  }
}

/** What changed, from what to what, by field. */
function differences({ before, after }: SettingsChange): Record<string, { from: unknown; to: unknown }> {
  const fields = Object.keys(after).filter((field) => field !== 'version') as (keyof OrganisationSettings)[];
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }]));
}
