import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../platform/config/config.js';
import { UsersModule } from '../users/users.module.js';
import { Attempts } from './attempts.js';
import { AuthController } from './auth.controller.js';
import { CredentialEntity } from './credential.entity.js';
import { CredentialsRepository } from './credentials.repository.js';
import { EndSessionsWhenUserDeactivated } from './end-sessions-when-user-deactivated.listener.js';
import { ForgetSessionsWhenUserChanged } from './forget-sessions-when-user-changed.listener.js';
import { accessKey, JwtStrategy } from './jwt.strategy.js';
import { LocalStrategy } from './local.strategy.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordCheckService } from './password-check.service.js';
import { Passwords } from './passwords.js';
import { RegistrationService } from './registration.service.js';
import { RolesGuard } from './roles.guard.js';
import { SessionCookies } from './session-cookies.js';
import { SessionEntity } from './session.entity.js';
import { SessionGuard } from './session.guard.js';
import { SessionOpener } from './session-opener.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { Tokens } from './tokens.js';

@Module({
  imports: [
    UsersModule,
    PassportModule,
    TypeOrmModule.forFeature([CredentialEntity, SessionEntity]),
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        secret: accessKey(config),
        signOptions: { algorithm: 'HS256' },
        verifyOptions: { algorithms: ['HS256'] },
      }),
    }),
  ],
  controllers: [AuthController],
  providers: [
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
    Attempts,
    CredentialsRepository,
    EndSessionsWhenUserDeactivated,
    ForgetSessionsWhenUserChanged,
    JwtStrategy,
    LocalStrategy,
    PasswordChangeService,
    PasswordCheckService,
    Passwords,
    RegistrationService,
    SessionCookies,
    SessionOpener,
    SessionsRepository,
    SessionsService,
    Tokens,
  ],
  exports: [RegistrationService, SessionsService, Tokens],
})
export class AuthModule {}
