import { type Options, stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import type { AuditEntry } from '#contracts/audit.dto.js';

const COLUMNS = ['at', 'actorId', 'actor', 'action', 'targetType', 'targetId', 'target', 'ip', 'details'];

/** A cell that begins like a formula is led by an apostrophe: who opens the table in an office program runs nothing. */
const OPTIONS: Options = {
  header: true,
  columns: COLUMNS,
  escape_formulas: true,
  bom: true,
  record_delimiter: 'windows',
};

/** Entries as a table (RFC 4180, UTF-8), made while it is read; the stream fails when they do. */
export function auditCsv(entries: AsyncIterable<AuditEntry>): Readable {
  // Whoever reads the stream hears of the failure.
  return pipeline(Readable.from(rows(entries)), stringify(OPTIONS), () => undefined);
}

async function* rows(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string[]> {
  for await (const { at, actor, action, target, ip, details } of entries) {
    yield [
      ...[at, actor.id ?? '', actor.name, action],
      ...[target.type, target.id ?? '', target.name ?? '', ip ?? '', JSON.stringify(details)],
    ];
  }
}
