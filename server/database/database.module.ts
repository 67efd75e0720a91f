import { Global, Logger, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { StartupError } from '../platform/config/startup-error.js';
import { InstallationEntity } from './installation.entity.js';
import { dataSourceOptions } from './data-source.options.js';
import { migrate } from './migrate.js';
import { NodeLease } from './node-lease.js';
import { Transactions } from './transactions.js';

const logger = new Logger('database');

async function connect(options?: DataSourceOptions): Promise<DataSource> {
  if (!options) throw new Error('The data source has no options.');
  const dataSource = await new DataSource(options).initialize();
  try {
    for (const name of await migrate(dataSource)) logger.log(`Migrated: ${name}`);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

/** The connection to PostgreSQL, migrated, and the transaction of the call at hand. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config, (error) => {
          logger.warn(`A connection to the database was lost: ${error.message}`);
        }),
        autoLoadEntities: true,
        retryAttempts: 5,
        retryDelay: 1_000,
        toRetry: (error: unknown) => !(error instanceof StartupError),
      }),
      dataSourceFactory: connect,
    }),
    TypeOrmModule.forFeature([InstallationEntity]),
  ],
  providers: [NodeLease, Transactions],
  exports: [Transactions],
})
export class DatabaseModule {}
