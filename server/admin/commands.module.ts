import { type DynamicModule, Module } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { RegistrationService } from '../auth/registration.service.js';
import type { Config } from '../platform/config/config.js';
import { CreateOwnerCommand } from './create-owner.command.js';
import { Verification } from './verify/verification.js';
import { VerificationModule } from './verify/verification.module.js';
import { VerifyCommand } from './verify/verify.command.js';

const COMMANDS = [CreateOwnerCommand, VerifyCommand];

/** The program with its commands, and without a port. */
@Module({})
export class CommandsModule {
  static forRoot(config: Config): DynamicModule {
    const imports = [AppModule.forRoot(config), AuthModule, VerificationModule];
    return { module: CommandsModule, imports, providers: COMMANDS };
  }

  /** Only what `--help` prints: nothing is started for it. */
  static forHelp(): DynamicModule {
    const needed = [RegistrationService, Verification].map((provide) => ({ provide, useValue: undefined }));
    return { module: CommandsModule, providers: [...COMMANDS, ...needed] };
  }
}
