import { describe, expect, it } from '@jest/globals';
import { EVENTS, UNANSWERED } from './authorization/event-table.js';
import { readDoors } from './authorization/running.js';
import { TABLES } from './authorization/tables.js';

const ROUTES = Object.values(TABLES).flatMap((table) => Object.entries(table));

describe('who may do what', () => {
  it('is written down once for every route and every event of the running program, and for no other', async () => {
    const { routes, events } = await readDoors();
    expect(ROUTES.map(([route]) => route).sort()).toEqual(routes);
    expect([...Object.keys(EVENTS), ...UNANSWERED].sort()).toEqual(events);
  });

  it('lets somebody do what it refuses to others', () => {
    const unreachable = ROUTES.filter(([, { answers, founder }]) => !/(^| )2\d\d/u.test(`${answers} ${founder}`));
    const unheard = Object.entries(EVENTS).filter(([, { answers }]) => !answers.includes('ok'));
    expect([...unreachable, ...unheard].map(([name]) => name)).toEqual([]);
  });
});
