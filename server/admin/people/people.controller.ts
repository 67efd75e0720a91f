import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  AdminUserPage,
  AdminUsersQuery,
  BulkResults,
  BulkUsersDto,
  ChangedUser,
  CreatedUser,
  CreateUserDto,
  EndedSessions,
  PasswordLink,
  UpdateUserDto,
  UserCounts,
} from '#contracts/admin.dto.js';
import { CurrentUser, type Principal, Roles } from '../../platform/http/access.decorators.js';
import { Refuses } from '../../platform/http/refuses.decorator.js';
import { BulkChanges } from './bulk-changes.js';
import { Newcomers } from './newcomers.js';
import { PeopleList } from './people-list.js';
import { PeopleService } from './people.service.js';

@Roles('admin')
@Controller('admin/users')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly peopleList: PeopleList,
    private readonly bulk: BulkChanges,
    private readonly newcomers: Newcomers,
  ) {}

  /** Accounts, with their e-mail addresses. */
  @Get()
  async list(@Query() query: AdminUsersQuery): Promise<AdminUserPage> {
    return this.peopleList.list(query);
  }

  /** How many accounts there are. */
  @Get('counts')
  async counts(): Promise<UserCounts> {
    return this.peopleList.counts();
  }

  /** Makes an account for somebody, who sets the password by the link that is answered. */
  @Post()
  @Refuses('username_taken', 'email_taken')
  async create(
    @CurrentUser() { userId }: Principal,
    @Body() wish: CreateUserDto,
    @Headers('accept-language') language?: string,
  ): Promise<CreatedUser> {
    const { id, passwordLink } = await this.newcomers.create(userId, wish, language ?? 'en');
    return { user: await this.peopleList.show(id), passwordLink };
  }

  /** Does one thing to several accounts, and says of each whether it was done, and why not. */
  @HttpCode(200)
  @Post('bulk')
  async changeMany(@CurrentUser() { userId }: Principal, @Body() wish: BulkUsersDto): Promise<BulkResults> {
    return { results: await this.bulk.apply(userId, wish) };
  }

  /** Changes the role or status of an account. */
  @Patch(':id')
  @Refuses('last_owner')
  async update(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() change: UpdateUserDto,
  ): Promise<ChangedUser> {
    await this.people.update(userId, id, change);
    return this.show(id);
  }

  /** Gives the organisation to another, who is its owner from then on. */
  @HttpCode(200)
  @Post(':id/ownership')
  async handOver(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<ChangedUser> {
    await this.people.handOver(userId, id);
    return this.show(id);
  }

  /** Signs an account out everywhere. */
  @HttpCode(200)
  @Post(':id/sessions/ending')
  @Refuses('last_owner')
  async endSessions(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<EndedSessions> {
    return { ended: await this.people.endSessions(userId, id) };
  }

  /** Makes a link with which somebody sets another password once; the one before is over. */
  @Post(':id/password-link')
  @Refuses('last_owner')
  async makePasswordLink(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<PasswordLink> {
    return this.people.makePasswordLink(userId, id);
  }

  private async show(id: string): Promise<ChangedUser> {
    const user = await this.peopleList.show(id);
    const ownedRooms = user.status === 'deactivated' ? await this.peopleList.ownedRooms(id) : [];
    return { user, ownedRooms };
  }
}
