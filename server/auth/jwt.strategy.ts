import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Config } from '../platform/config/config.js';
import type { Principal } from '../platform/http/access.decorators.js';
import { SessionsService } from './sessions.service.js';
import { type AccessClaims, deriveKey } from './tokens.js';

/** The key of bearer tokens. */
export function accessKey(config: Config): string {
  return deriveKey(config.secretKey, 'access tokens');
}

/** Takes a bearer token whose session is still in use. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    config: Config,
    private readonly sessions: SessionsService,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: accessKey(config),
      algorithms: ['HS256'],
    });
  }

  /** @throws AppError `session_ended` */
  async validate({ sid }: AccessClaims): Promise<Principal> {
    return this.sessions.confirm(sid);
  }
}
