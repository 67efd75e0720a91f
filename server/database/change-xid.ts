/**
 * The column by which `/api/sync` finds what changed: the id of the transaction that wrote the row last.
 * A trigger sets it on cold tables, the statements themselves on hot ones. It counts up for the life of a
 * cluster (xid8), so it needs no wrap-around; `bigint` because the driver knows no xid8. The migration makes the
 * default; this is how TypeORM reads it back, without its casts, so that it finds nothing to change.
 */
export const CHANGE_XID = { type: 'bigint', default: () => '((pg_current_xact_id()))' } as const;
