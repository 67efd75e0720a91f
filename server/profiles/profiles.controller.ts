import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { Profile, UpdateProfileDto } from '#contracts/profile.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { ProfilesService } from './profiles.service.js';

@Controller('profiles')
export class ProfilesController {
  constructor(private readonly profiles: ProfilesService) {}

  /** A user's profile. */
  @Get(':username')
  async show(@CurrentUser() viewer: Principal, @Param('username') username: string): Promise<Profile> {
    return this.profiles.show(username, viewer);
  }

  /** Changes the own profile. */
  @Patch('me')
  @Refuses('rate_limited')
  async update(@CurrentUser() viewer: Principal, @Body() change: UpdateProfileDto): Promise<Profile> {
    return this.profiles.update(viewer, change);
  }
}
