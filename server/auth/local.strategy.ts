import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { Strategy } from 'passport-local';
import { PasswordCheckService, type Recognised } from './password-check.service.js';

/** Signs in with `{ login, password }`. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly passwords: PasswordCheckService) {
    super({ usernameField: 'login', passwordField: 'password', passReqToCallback: true });
  }

  /** @throws AppError `wrong_credentials`, `rate_limited`, `forbidden` */
  async validate(request: Request, login: string, password: string): Promise<Recognised> {
    return this.passwords.identify(login, password, request.ip ?? '');
  }
}
