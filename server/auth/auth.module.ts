import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InvitesModule } from '../invites/invites.module.js';
import { Config } from '../platform/config/config.js';
import { UsersModule } from '../users/users.module.js';
import { AccountClosing } from './account-closing.js';
import { AccountMaker } from './account-maker.js';
import { AddressProof } from './address-proof.js';
import { AdmitUserWhenPasswordChanged } from './admit-user-when-password-changed.listener.js';
import { Attempts } from './attempts.js';
import { AuthController } from './auth.controller.js';
import { CodeAttempts } from './code-attempts.js';
import { CodeDesk } from './code-desk.js';
import { CredentialEntity } from './credential.entity.js';
import { CredentialsRepository } from './credentials.repository.js';
import { EmailCodeEntity } from './email-code.entity.js';
import { EmailCodesRepository } from './email-codes.repository.js';
import { EmailCodesService } from './email-codes.service.js';
import { EndSessionsWhenUserDeactivated } from './end-sessions-when-user-deactivated.listener.js';
import { ForgetSessionsWhenUserChanged } from './forget-sessions-when-user-changed.listener.js';
import { ForgottenPasswordsController } from './forgotten-passwords.controller.js';
import { accessKey, JwtStrategy } from './jwt.strategy.js';
import { LocalStrategy } from './local.strategy.js';
import { MailCodeWhenEmailCodeIssued } from './mail-code-when-email-code-issued.listener.js';
import { MailNoteWhenEmailChanged } from './mail-note-when-email-changed.listener.js';
import { MailNoteWhenPasswordChanged } from './mail-note-when-password-changed.listener.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordCheckService } from './password-check.service.js';
import { PasswordLinkEntity } from './password-link.entity.js';
import { PasswordLinksRepository } from './password-links.repository.js';
import { PasswordLinksService } from './password-links.service.js';
import { PasswordResetService } from './password-reset.service.js';
import { PasswordWriter } from './password-writer.js';
import { Passwords } from './passwords.js';
import { RegistrationService } from './registration.service.js';
import { RolesGuard } from './roles.guard.js';
import { SessionCookies } from './session-cookies.js';
import { SessionOpener } from './session-opener.js';
import { SessionEntity } from './session.entity.js';
import { SessionGuard } from './session.guard.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SweepSessions } from './sweep-sessions.job.js';
import { Tokens } from './tokens.js';
import { WithdrawLinkWhenPasswordChanged } from './withdraw-link-when-password-changed.listener.js';

@Module({
  imports: [
    InvitesModule,
    UsersModule,
    PassportModule,
    TypeOrmModule.forFeature([CredentialEntity, EmailCodeEntity, PasswordLinkEntity, SessionEntity]),
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        secret: accessKey(config),
        signOptions: { algorithm: 'HS256' },
        verifyOptions: { algorithms: ['HS256'] },
      }),
    }),
  ],
  controllers: [AuthController, ForgottenPasswordsController, OwnAccountController],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
    AccountClosing,
    AccountMaker,
    AddressProof,
    AdmitUserWhenPasswordChanged,
    Attempts,
    CodeAttempts,
    CodeDesk,
    CredentialsRepository,
    EmailCodesRepository,
    EmailCodesService,
    EndSessionsWhenUserDeactivated,
    ForgetSessionsWhenUserChanged,
    JwtStrategy,
    LocalStrategy,
    MailCodeWhenEmailCodeIssued,
    MailNoteWhenEmailChanged,
    MailNoteWhenPasswordChanged,
    OwnAccountService,
    PasswordChangeService,
    PasswordCheckService,
    PasswordLinksRepository,
    PasswordLinksService,
    PasswordResetService,
    Passwords,
    PasswordWriter,
    RegistrationService,
    SessionCookies,
    SessionOpener,
    SessionsRepository,
    SessionsService,
    SweepSessions,
    Tokens,
    WithdrawLinkWhenPasswordChanged,
  ],
  exports: [PasswordLinksService, PasswordWriter, RegistrationService, SessionsService, Tokens],
})
export class AuthModule {}
