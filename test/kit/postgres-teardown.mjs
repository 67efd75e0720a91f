/** Ends what postgres-setup.mjs started. */
export default async function tearDown() {
  await globalThis.__stopTestPostgres?.();
}
