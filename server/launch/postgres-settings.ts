// Sized for a small machine; what an idle server holds counts as much as what a busy one needs.
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '128MB',
  max_connections: '60',
  jit: 'off',
  wal_compression: 'on',
  synchronous_commit: 'on',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  autovacuum_max_workers: '2',
  // Statements are planned by what it has counted: a house that fills quickly is counted again soon.
  autovacuum_naptime: '15s',
  // What is asked often is in memory, and no disk turns any more.
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_duration_statement: '-1',
  // Statements may hold what people wrote; messages about errors must not carry them into the log file.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** The words on the command line of the embedded server. */
export function postgresSettings(socketFolder: string, unsafe: boolean): string[] {
  const all = { ...SETTINGS, ...(unsafe ? UNSAFE : {}) };
  return ['-k', socketFolder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
