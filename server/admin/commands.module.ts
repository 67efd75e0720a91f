import { type DynamicModule, Module } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { RegistrationService } from '../auth/registration.service.js';
import type { Config } from '../platform/config/config.js';
import { CreateOwnerCommand } from './create-owner.command.js';

const COMMANDS = [CreateOwnerCommand];

/** The program with its commands, and without a port. */
@Module({})
export class CommandsModule {
  static forRoot(config: Config): DynamicModule {
    return { module: CommandsModule, imports: [AppModule.forRoot(config), AuthModule], providers: COMMANDS };
  }

  /** Only what `--help` prints: nothing is started for it. */
  static forHelp(): DynamicModule {
    return { module: CommandsModule, providers: [...COMMANDS, { provide: RegistrationService, useValue: undefined }] };
  }
}
