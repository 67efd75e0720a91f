import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { UserRole } from '#contracts/user.dto.js';
import { forbidden } from '../platform/errors/app-error.js';
import { type Principal, ROLES } from '../platform/http/access.decorators.js';

/** Lets only the roles of `@Roles()` in; the owner may do what an admin may. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const roles = this.reflector.getAllAndOverride<UserRole[] | undefined>(ROLES, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!roles || context.getType() !== 'http') return true;
    const { user } = context.switchToHttp().getRequest<{ user?: Principal }>();
    const isAllowed = user && (roles.includes(user.role) || (user.role === 'owner' && roles.includes('admin')));
    if (!isAllowed) throw forbidden('Only admins may do this.');
    return true;
  }
}
