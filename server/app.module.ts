import { Controller, Get, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { LoggingModule } from './platform/logging/logging.module.js';

@Controller('api/health')
class HealthController {
  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }
}

@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.forRoot(config), LoggingModule],
      controllers: [HealthController],
    };
  }
}
