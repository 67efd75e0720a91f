import { Body, Controller, Headers, HttpCode, Ip, Patch, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DeactivateAccountDto, OwnAccount, UpdateAccountDto } from '#contracts/account.dto.js';
import { AskCodeDto } from '#contracts/auth.dto.js';
import { CurrentUser, type Principal } from '../platform/http/access.decorators.js';
import { chooseLocale } from '../platform/http/choose-locale.js';
import { Refuses } from '../platform/http/refuses.decorator.js';
import { AccountClosing } from './account-closing.js';
import { AddressProof } from './address-proof.js';
import { OwnAccountService } from './own-account.service.js';
import { SessionCookies } from './session-cookies.js';

@Controller('users/me')
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccountService,
    private readonly closing: AccountClosing,
    private readonly proof: AddressProof,
    private readonly cookies: SessionCookies,
  ) {}

  /** Changes the own username or e-mail address. */
  @Patch()
  @Refuses('rate_limited', 'username_taken', 'email_taken', 'email_domain')
  async update(
    @CurrentUser() { userId }: Principal,
    @Body() change: UpdateAccountDto,
    @Ip() ip: string,
  ): Promise<OwnAccount> {
    return this.account.change(userId, change, ip);
  }

  /** Mails a code to the address that the account is to have; the answer is the same whoever has that now. */
  @HttpCode(202)
  @Post('email-codes')
  @Refuses('rate_limited', 'mail_off')
  async askForAddress(
    @CurrentUser() { userId }: Principal,
    @Body() { email }: AskCodeDto,
    @Ip() ip: string,
    @Headers('accept-language') languages = '',
  ): Promise<void> {
    await this.proof.ask(userId, email, ip, chooseLocale(languages));
  }

  /** Takes the own account out of use and ends its sessions. */
  @HttpCode(204)
  @Post('deactivation')
  @Refuses('rate_limited', 'last_owner', 'owns_rooms')
  async deactivate(
    @CurrentUser() { userId }: Principal,
    @Body() wish: DeactivateAccountDto,
    @Ip() ip: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.closing.close(userId, wish, ip);
    this.cookies.clear(response);
  }
}
