import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { LoginDto } from '#contracts/auth.dto.js';
import { ContractPipe } from '../platform/http/contract.pipe.js';

/** Lets through who gives the right password. Guards come before pipes, so it checks the body itself. */
@Injectable()
export class LocalGuard extends AuthGuard('local') {
  private readonly validation = new ContractPipe();

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<{ body: unknown }>();
    request.body = await this.validation.transform(request.body ?? {}, { type: 'body', metatype: LoginDto });
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<User>(error: Error | null, user: User | false): User {
    if (error) throw error;
    return user as User;
  }
}
