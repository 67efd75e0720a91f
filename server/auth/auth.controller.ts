import { Body, Controller, Get, Delete, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Authenticated, ChangePasswordDto, LoginDto, RegisterDto, SessionPage } from '#contracts/auth.dto.js';
import { AppError } from '../platform/errors/app-error.js';
import { CurrentUser, type Principal, Public } from '../platform/http/access.decorators.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { Attempts } from './attempts.js';
import { LocalGuard } from './local.guard.js';
import { PasswordChangeService } from './password-change.service.js';
import type { Recognised } from './password-check.service.js';
import { RegistrationService } from './registration.service.js';
import { SessionOpener } from './session-opener.js';
import { SessionsService } from './sessions.service.js';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly passwords: PasswordChangeService,
    private readonly sessions: SessionsService,
    private readonly opener: SessionOpener,
    private readonly attempts: Attempts,
  ) {}

  /** Makes an account and signs it in. */
  @Public()
  @Post('register')
  @Refuses(
    ...(['rate_limited', 'username_taken', 'email_taken', 'setup_code_wrong'] as const),
    ...(['registration_closed', 'email_domain', 'invite_unusable'] as const),
  )
  async register(
    @Body() wish: RegisterDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Authenticated> {
    const ip = request.ip ?? '';
    await this.attempts.register(ip);
    const user = await this.registration.register(wish, { locale: request.get('accept-language') ?? 'en', ip });
    return this.opener.open(user, request, response);
  }

  /** Signs in by e-mail address or username. */
  @Public()
  @UseGuards(LocalGuard)
  @HttpCode(200)
  @Post('login')
  @Refuses('wrong_credentials', 'rate_limited')
  async login(
    @Body() _: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Authenticated> {
    const { account, stillRight } = request.user as Recognised;
    return this.opener.open(account, request, response, stillRight);
  }

  /** Exchanges the refresh cookie for the next one and a bearer token. */
  @Public()
  @HttpCode(200)
  @Post('refresh')
  @Refuses('unauthenticated', 'session_ended')
  async refresh(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Authenticated> {
    return this.opener.reopen(request, response);
  }

  /** Ends the session of the bearer token or the refresh cookie. */
  @Public()
  @HttpCode(204)
  @Post('logout')
  @Refuses('unauthenticated')
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    if (!(await this.opener.close(request, response))) throw new AppError('unauthenticated', 'Sign in first.');
  }

  /** Where the user is signed in. */
  @Get('sessions')
  async list(@CurrentUser() user: Principal): Promise<SessionPage> {
    return { items: await this.sessions.list(user) };
  }

  /** Ends one session of the user. */
  @HttpCode(204)
  @Delete('sessions/:id')
  async end(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<void> {
    await this.sessions.endOne(userId, id);
  }

  /** Changes the own password; other sessions end. */
  @HttpCode(204)
  @Post('password')
  @Refuses('rate_limited')
  async changePassword(
    @CurrentUser() user: Principal,
    @Body() change: ChangePasswordDto,
    @Req() request: Request,
  ): Promise<void> {
    await this.passwords.change(user, change, request.ip ?? '');
  }
}
