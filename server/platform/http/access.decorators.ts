import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { UserRole, UserStatus } from '#contracts/user.dto.js';
import { AppError } from '../errors/app-error.js';

export const IS_PUBLIC = Symbol('is public');
export const ROLES = Symbol('roles');
export const ALLOWS_FILES_COOKIE = Symbol('allows the files cookie');

/** The route needs no session. */
export const Public = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(IS_PUBLIC, true), ApiExtension('x-public', true));

/** The route takes the `files` cookie of a session too: for what browsers fetch without a script, such as pictures. */
export const AllowFilesCookie = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ALLOWS_FILES_COOKIE, true), ApiExtension('x-files-cookie', true));

/** The route needs this role in the organisation; `admin` includes the owner. */
export const Roles = (...roles: UserRole[]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ROLES, roles), ApiExtension('x-roles', roles));

/** Who makes the request, as confirmed within the last five seconds. */
export interface Principal {
  userId: string;
  sessionId: string;
  role: UserRole;
  status: UserStatus;
}

/** The signed-in user of the request. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { user } = context.switchToHttp().getRequest<{ user?: Principal }>();
  if (!user) throw new AppError('unauthenticated', 'Sign in first.');
  return user;
});
