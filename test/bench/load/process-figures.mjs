import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of the kernel's accounting, in milliseconds; 100 a second on every Linux that Node runs on. */
const TICK_MS = 10;
const [USER, SYSTEM] = [11, 12];

/** A process and everything it started. @param {number} pid @returns {number[]} */
export function withChildren(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(withChildren)];
}

/** Processor time that processes have used since their start, in milliseconds. @param {number[]} pids */
export function cpuOf(pids) {
  return sum(pids, (pid) => {
    const stat = read(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK_MS;
  });
}

/** Memory of processes with what they share counted once (PSS), in MiB. @param {number[]} pids */
export function memoryOf(pids) {
  return sum(pids, (pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)) / 1024;
}

const sum = (pids, figure) => pids.reduce((total, pid) => total + figure(pid), 0);

/** Empty for a process that ended meanwhile. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
