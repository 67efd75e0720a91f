import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Config } from '../config/config.js';
import { destination, effectiveLevel, logOptions } from './log-options.js';

/** Nest's `Logger` and one entry a request, by pino; `app.useLogger(app.get(Logger))` makes Nest itself use it. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => {
        const isTerminal = process.stdout.isTTY;
        return { pinoHttp: [logOptions(effectiveLevel(config.logLevel, isTerminal)), destination(isTerminal)] };
      },
    }),
  ],
})
export class LoggingModule {}
