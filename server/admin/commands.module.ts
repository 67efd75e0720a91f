import { type DynamicModule, Module } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { RegistrationService } from '../auth/registration.service.js';
import type { Config } from '../platform/config/config.js';
import { CreateOwnerCommand } from './create-owner.command.js';
import { DeactivateCommand } from './deactivate.command.js';
import { AdminHealthModule } from './health/admin-health.module.js';
import { Stats } from './health/stats.js';
import { ListUsersCommand } from './list-users.command.js';
import { NamedAccounts } from './people/named-accounts.js';
import { PeopleList } from './people/people-list.js';
import { PeopleModule } from './people/people.module.js';
import { ResetPasswordCommand } from './reset-password.command.js';
import { SetRoleCommand } from './set-role.command.js';
import { StatsCommand } from './stats.command.js';
import { Verification } from './verify/verification.js';
import { VerificationModule } from './verify/verification.module.js';
import { VerifyCommand } from './verify/verify.command.js';

const COMMANDS = [
  CreateOwnerCommand,
  ListUsersCommand,
  ResetPasswordCommand,
  DeactivateCommand,
  SetRoleCommand,
  StatsCommand,
  VerifyCommand,
];

/** The program with its commands, and without a port. */
@Module({})
export class CommandsModule {
  static forRoot(config: Config): DynamicModule {
    const imports = [AppModule.forRoot(config), AuthModule, AdminHealthModule, PeopleModule, VerificationModule];
    return { module: CommandsModule, imports, providers: COMMANDS };
  }

  /** Only what `--help` prints: nothing is started for it. */
  static forHelp(): DynamicModule {
    const needed = [NamedAccounts, PeopleList, RegistrationService, Stats, Verification].map((provide) => ({
      provide,
      useValue: undefined,
    }));
    return { module: CommandsModule, providers: [...COMMANDS, ...needed] };
  }
}
