import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepSignedIn, type Role, ROLES } from './authorization/cast.js';
import { changesOf } from './authorization/content.js';
import { CONNECTING, EVENTS, type EventRow } from './authorization/event-table.js';
import { Stage } from './authorization/stage.js';
import { ChatClient } from '../kit/api/chat-client.js';

const CONNECTED = ROLES.slice(3);

describe('who may do what: events', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  const answerTo = async (event: string, { attempt }: EventRow, role: Role): Promise<string> => {
    keepSignedIn(stage.room);
    const actor = stage.room.people[role]!;
    const socket = await actor.connect();
    const answer = await socket.askAnything(event, attempt({ ...stage.room, actor }));
    socket.close();
    return answer.ok ? 'ok' : (answer.error?.code ?? 'none');
  };

  it.each(Object.entries(CONNECTING))('%s does not connect', async (role, code) => {
    keepSignedIn(stage.room);
    const token = stage.room.people[role as Role]?.token;
    await expect(ChatClient.connect(stage.server.address, { token, protocol: 1 })).rejects.toThrow(code);
  });

  it.each(Object.entries(EVENTS))('%s', async (event, row) => {
    const cells = row.answers.split(' ').map((cell, at) => [CONNECTED[at]!, cell] as const);
    const given: Partial<Record<Role, string>> = {};
    const refused = cells.filter(([, cell]) => cell !== 'ok');
    const changed = await changesOf(stage.server, refused.length, async () => {
      for (const [role] of refused) given[role] = await answerTo(event, row, role);
    });
    for (const [role] of cells.filter(([, cell]) => cell === 'ok')) given[role] = await answerTo(event, row, role);
    expect(given).toEqual(Object.fromEntries(cells));
    expect(changed).toEqual([]);
  });
});
