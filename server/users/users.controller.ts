import { Controller, Get, Param, Query } from '@nestjs/common';
import { User, UserPage, UsersQuery } from '#contracts/user.dto.js';
import { notFound } from '../platform/errors/app-error.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { UsersService } from './users.service.js';

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  /** The signed-in user. */
  @Get('me')
  async me(@CurrentUser() { userId }: Principal): Promise<User> {
    const user = await this.users.findAccount(userId);
    if (!user) throw notFound();
    const { email: _, ...everybodySees } = user;
    return everybodySees;
  }

  /** Users by part of their name, or by id. */
  @Get()
  async list(@Query() { q, ids, cursor, limit }: UsersQuery): Promise<UserPage> {
    if (ids) return { items: [...(await this.users.findMany(ids)).values()] };
    return this.users.list({ text: q, cursor, limit });
  }

  /** One user by username. */
  @Get(':username')
  async one(@Param('username') username: string): Promise<User> {
    return this.users.findByUsername(username);
  }
}
