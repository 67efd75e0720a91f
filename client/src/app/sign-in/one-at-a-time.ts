/**
 * Runs the work while no other tab of this origin runs work of the same name. Web Locks exist only on https and
 * localhost; elsewhere the work runs at once, and the server's grace for the previous cookie covers two tabs.
 */
export function oneAtATime<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const locks = (navigator as Partial<Navigator>).locks;
  return locks === undefined ? work() : locks.request(name, work);
}
