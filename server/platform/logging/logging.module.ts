import { Global, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '../config/config.js';
import { destination, effectiveLevel, logOptions } from './log-options.js';
import { RecentErrors } from './recent-errors.js';

/** Shared with the logger, which is made before anything else. */
@Global()
@Module({ providers: [RecentErrors], exports: [RecentErrors] })
class RecentErrorsModule {}

/** Nest's `Logger` and one entry a request, by pino; `app.useLogger(app.get(Logger))` makes Nest itself use it. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      imports: [RecentErrorsModule],
      inject: [Config, RecentErrors],
      useFactory: (config: Config, errors: RecentErrors) => {
        const isTerminal = process.stdout.isTTY;
        const options = logOptions(effectiveLevel(config.logLevel, isTerminal));
        return { pinoHttp: [options, errors.listenTo(destination(isTerminal))] };
      },
    }),
  ],
})
export class LoggingModule {}
