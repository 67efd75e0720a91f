import type { OrganisationSettings, PublicOrganisation } from '#contracts/organisation.dto.js';
import type { OrganisationEntity } from './organisation.entity.js';
import type { Means } from './organisation.policy.js';

/** The organisation as everybody sees it. */
export function presentOrganisation(settings: Readonly<OrganisationSettings>): PublicOrganisation {
  const { name, logoUrl, registration, emailDomains, verifiedEmail, whoMayInvite, whoMayCreateRooms } = settings;
  return {
    ...{ name, registration, emailDomains, verifiedEmail, whoMayInvite, whoMayCreateRooms },
    ...(logoUrl !== undefined && { logoUrl }),
  };
}

/** The settings as they hold on this server. */
export function presentSettings(
  row: OrganisationEntity,
  { mailConfigured, attachmentCeiling }: Means,
): OrganisationSettings {
  const { isOnly: _, logoImageId, ...settings } = row;
  return {
    ...settings,
    ...(logoImageId !== null && { logoUrl: `/api/files/logo/${logoImageId}` }),
    attachmentMaxBytes: Math.min(row.attachmentMaxBytes ?? attachmentCeiling, attachmentCeiling),
    attachmentCeilingBytes: attachmentCeiling,
    mailConfigured,
  };
}
