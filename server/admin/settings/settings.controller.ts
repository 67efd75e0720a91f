import { Body, Controller, Delete, Get, Patch, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { OrganisationSettings, UpdateOrganisationDto } from '#contracts/organisation.dto.js';
import { CurrentUser, type Principal, Roles } from '../../platform/http/access.decorators.js';
import { TakesPicture } from '../../platform/http/takes-picture.decorator.js';
import { SettingsService } from './settings.service.js';

@Roles('admin')
@Controller('admin/settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  /** What holds for everybody. */
  @Get()
  async show(): Promise<OrganisationSettings> {
    return this.settings.show();
  }

  /** Changes it; on every node it holds from the next request on. */
  @Patch()
  async update(@Body() change: UpdateOrganisationDto): Promise<OrganisationSettings> {
    return this.settings.update(change);
  }

  /** Takes the logo: whole, at most 512 pixels on its longer side. */
  @TakesPicture()
  @Put('logo')
  async putLogo(@CurrentUser() { userId }: Principal, @Req() request: Request): Promise<OrganisationSettings> {
    return this.settings.putLogo(userId, request);
  }

  /** Removes the logo. */
  @Delete('logo')
  async removeLogo(): Promise<OrganisationSettings> {
    return this.settings.removeLogo();
  }
}
