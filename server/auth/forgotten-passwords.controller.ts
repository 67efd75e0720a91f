import { Body, Controller, Headers, HttpCode, Ip, Post } from '@nestjs/common';
import {
  AskCodeDto,
  ConfirmPasswordResetDto,
  LinkTokenDto,
  PasswordLinkOwner,
  UsePasswordLinkDto,
} from '#contracts/auth.dto.js';
import { Public } from '../platform/http/access.decorators.js';
import { chooseLocale } from '../platform/http/choose-locale.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { CodeDesk } from './code-desk.js';
import { PasswordLinksService } from './password-links.service.js';
import { PasswordResetService } from './password-reset.service.js';

@Public()
@Controller('auth')
export class ForgottenPasswordsController {
  constructor(
    private readonly desk: CodeDesk,
    private readonly resets: PasswordResetService,
    private readonly links: PasswordLinksService,
  ) {}

  /** Mails a code for registering; the answer is the same whether the address has an account or not. */
  @HttpCode(202)
  @Post('email-codes')
  @Refuses('rate_limited', 'mail_off')
  async askForRegistration(
    @Body() { email }: AskCodeDto,
    @Ip() ip: string,
    @Headers('accept-language') languages = '',
  ): Promise<void> {
    await this.desk.ask({ purpose: 'registration', email }, ip, chooseLocale(languages));
  }

  /** Mails a code for a new password; the answer is the same whether the address has an account or not. */
  @HttpCode(202)
  @Post('password-resets')
  @Refuses('rate_limited', 'mail_off')
  async askForPassword(
    @Body() { email }: AskCodeDto,
    @Ip() ip: string,
    @Headers('accept-language') languages = '',
  ): Promise<void> {
    await this.desk.ask({ purpose: 'password', email }, ip, chooseLocale(languages));
  }

  /** Sets a new password by the code; all sessions of the user end. */
  @HttpCode(204)
  @Post('password-resets/confirm')
  @Refuses('rate_limited')
  async confirm(@Body() wish: ConfirmPasswordResetDto, @Ip() ip: string): Promise<void> {
    await this.resets.confirm(wish, ip);
  }

  /** Says whose password a link of an admin sets. */
  @HttpCode(200)
  @Post('password-links/check')
  @Refuses('link_unusable')
  async checkLink(@Body() { token }: LinkTokenDto): Promise<PasswordLinkOwner> {
    return this.links.check(token);
  }

  /** Sets a new password by a link of an admin; all sessions of the user end. */
  @HttpCode(204)
  @Post('password-links')
  @Refuses('link_unusable')
  async useLink(@Body() wish: UsePasswordLinkDto): Promise<void> {
    await this.links.use(wish);
  }
}
