// What runs in the page: each function is sent there as a text, and uses nothing of this file.

/** From the start of the page on: when the first of `rows` stood, tasks over 50 ms, layout that moved by itself. */
export function watch(rows = '[role=log] article') {
  const bench = { rows: 0, tasks: [], shift: 0 };
  globalThis.bench = bench;
  const timer = setInterval(() => {
    if (document.querySelector(rows) === null) return;
    bench.rows = performance.now();
    clearInterval(timer);
  }, 2);
  new PerformanceObserver((list) =>
    bench.tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))),
  ).observe({
    type: 'longtask',
    buffered: true,
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) bench.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Lets go of what the device keeps. */
export function forget() {
  indexedDB.deleteDatabase('roomers');
}

/** Forgets the tasks so far, and counts from now on how many of `rows` are on the page at most. */
export function countRows(rows = '[role=log] article') {
  globalThis.cancelAnimationFrame(globalThis.bench.frame);
  Object.assign(globalThis.bench, { tasks: [], most: 0 });
  const frame = () => {
    globalThis.bench.most = Math.max(globalThis.bench.most, document.querySelectorAll(rows).length);
    globalThis.bench.frame = requestAnimationFrame(frame);
  };
  frame();
}

/** What was watched so far. */
export function seen() {
  return globalThis.bench;
}

/** Clicks and waits for rows of another conversation. @returns how long that took, in milliseconds */
export async function mark(link) {
  const begun = performance.now();
  link.click();
  const before = new Set(document.querySelectorAll('[role=log] article'));
  const isThere = () => [...document.querySelectorAll('[role=log] article')].some((row) => !before.has(row));
  while (!isThere()) await new Promise(requestAnimationFrame);
  return performance.now() - begun;
}
