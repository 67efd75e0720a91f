import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stage } from './authorization/stage.js';
import { TABLES } from './authorization/tables.js';

describe('who may do what: rooms', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  it.each(Object.entries(TABLES.rooms))('%s', async (route, row) => {
    const { wanted, given, changed } = await stage.try(route, row);
    expect(given).toEqual(wanted);
    expect(changed).toEqual([]);
  });
});
