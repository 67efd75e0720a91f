import { Controller, Get } from '@nestjs/common';
import { PublicConfig } from '#contracts/config.dto.js';
import { LIMITS, SOCKET_PROTOCOL } from '#contracts/limits.js';
import type { OrganisationSettings } from '#contracts/organisation.dto.js';
import { presentOrganisation } from '../organisation/organisation.presenter.js';
import { Organisation } from '../organisation/organisation.service.js';
import { Config } from '../platform/config/config.js';
import { Public } from '../platform/http/access.decorators.js';
import { VERSION } from '../platform/config/project.js';
import { UsersService } from '../users/users.service.js';

@Public()
@Controller('config')
export class ConfigController {
  constructor(
    private readonly users: UsersService,
    private readonly organisation: Organisation,
    private readonly config: Config,
  ) {}

  /** What a client needs to know before anybody has signed in. */
  @Get()
  async show(): Promise<PublicConfig> {
    const [needsOwner, settings] = await Promise.all([this.users.needsOwner(), this.organisation.current()]);
    return {
      version: VERSION,
      protocol: SOCKET_PROTOCOL,
      limits: presentLimits(settings),
      organisation: presentOrganisation(settings),
      needsOwner,
      needsSetupCode: needsOwner && this.config.setupCode !== undefined,
      mail: this.config.mail !== undefined,
    };
  }
}

function presentLimits(settings: OrganisationSettings): PublicConfig['limits'] {
  const { roomName, about, postTitle, tag, tagsPerPost, displayName, aboutMe, location, messageText, email } = LIMITS;
  return {
    ...{
      roomName: roomName.max,
      about: about.max,
      postTitle: postTitle.max,
      tag: tag.max,
      displayName: displayName.max,
    },
    ...{ tagsPerPost, aboutMe, location, messageText, email, attachmentBytes: settings.attachmentMaxBytes },
    ...{ blockedAttachmentTypes: settings.blockedAttachmentTypes, editWindowMinutes: settings.editWindowMinutes },
    ...{
      attachmentsPerMessage: LIMITS.attachmentsPerMessage,
      imageBytes: LIMITS.imageBytes,
      imagePixels: LIMITS.imagePixels,
    },
    ...{ usernameMin: LIMITS.username.min, usernameMax: LIMITS.username.max },
    ...{ passwordMin: LIMITS.password.min, passwordMax: LIMITS.password.max, passwordHint: LIMITS.password.hint },
  };
}
