import { Controller, Get } from '@nestjs/common';
import { PublicConfig } from '#contracts/config.dto.js';
import { LIMITS, SOCKET_PROTOCOL } from '#contracts/limits.js';
import { Config } from '../platform/config/config.js';
import { Public } from '../platform/http/access.decorators.js';
import { VERSION } from '../platform/config/project.js';
import { UsersService } from '../users/users.service.js';

@Public()
@Controller('config')
export class ConfigController {
  constructor(
    private readonly users: UsersService,
    private readonly config: Config,
  ) {}

  /** What a client needs to know before anybody has signed in. */
  @Get()
  async show(): Promise<PublicConfig> {
    const needsOwner = await this.users.needsOwner();
    return {
      version: VERSION,
      protocol: SOCKET_PROTOCOL,
      limits: presentLimits(this.config.attachmentMaxBytes),
      needsOwner,
      needsSetupCode: needsOwner && this.config.setupCode !== undefined,
    };
  }
}

function presentLimits(attachmentBytes: number): PublicConfig['limits'] {
  const { roomName, about, postTitle, tag, tagsPerPost, displayName, aboutMe, location, messageText, email } = LIMITS;
  return {
    ...{
      roomName: roomName.max,
      about: about.max,
      postTitle: postTitle.max,
      tag: tag.max,
      displayName: displayName.max,
    },
    ...{ tagsPerPost, aboutMe, location, messageText, email, attachmentBytes },
    ...{
      attachmentsPerMessage: LIMITS.attachmentsPerMessage,
      imageBytes: LIMITS.imageBytes,
      imagePixels: LIMITS.imagePixels,
    },
    ...{ usernameMin: LIMITS.username.min, usernameMax: LIMITS.username.max },
    ...{ passwordMin: LIMITS.password.min, passwordMax: LIMITS.password.max, passwordHint: LIMITS.password.hint },
  };
}
