import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { AdminUser, AdminUserPage, AdminUsersQuery, UpdateUserDto } from '#contracts/admin.dto.js';
import { CurrentUser, type Principal, Roles } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { AccountsService } from './accounts.service.js';

@Roles('admin')
@Controller('admin/users')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  /** Accounts by username, with their e-mail addresses. */
  @Get()
  async list(@Query() query: AdminUsersQuery): Promise<AdminUserPage> {
    return this.accounts.list(query);
  }

  /** Changes the role or status of an account. */
  @Patch(':id')
  @Refuses('last_owner')
  async update(
    @CurrentUser() actor: Principal,
    @Param('id') id: string,
    @Body() change: UpdateUserDto,
  ): Promise<AdminUser> {
    return this.accounts.update(actor, id, change);
  }
}
