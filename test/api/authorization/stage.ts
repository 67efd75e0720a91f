import { TestServer } from '../../kit/api/test-server.js';
import { MailCatcher } from '../../kit/mail-catcher.js';
import { checkeredPng } from '../../kit/pictures.js';
import { expected, type Outcome, tryRoute } from './attempts.js';
import { keepSignedIn, makeCast, type Role, ROLES } from './cast.js';
import { changesOf } from './content.js';
import type { Row } from './row.js';
import { makeWorld, type Furnished } from './world.js';

type Answers = Partial<Record<Role | 'founder', Outcome>>;

/** A server with a cast, and a room for all that leaves it as it is. */
export class Stage {
  private constructor(
    private readonly mail: MailCatcher,
    readonly server: TestServer,
    readonly room: Furnished,
    private readonly picture: Buffer,
  ) {}

  static async open(): Promise<Stage> {
    const mail = await MailCatcher.start();
    const server = await TestServer.start(mail.variables);
    const picture = await checkeredPng();
    return new Stage(mail, server, await makeWorld(await makeCast(server), picture), picture);
  }

  async close(): Promise<void> {
    await this.server.stop();
    await this.mail.stop();
  }

  /** What each role is to be answered, what it is, and which tables changed while everybody was refused who is to be. */
  async try(route: string, row: Row): Promise<{ wanted: Answers; given: Answers; changed: string[] }> {
    const cells = row.answers.split(' ').map((cell, at) => [ROLES[at]!, expected(cell, ROLES[at]!)] as const);
    const given: Answers = {};
    const refused = cells.filter(([, { status }]) => status >= 400);
    const changed = await changesOf(this.server, refused.length, async () => {
      for (const [role] of refused) given[role] = await this.attempt(route, row, this.room, role);
    });
    const admitted = cells.filter(([, { status }]) => status < 400);
    let room: Furnished | undefined;
    for (const [role] of admitted) {
      room = room && row.room !== 'each' ? room : await this.roomFor(route, row);
      given[role] = await this.attempt(route, row, room, role);
    }
    const wanted: Answers = Object.fromEntries(cells);
    if (row.founder === undefined) return { wanted, given, changed };
    wanted.founder = expected(row.founder, 'founder');
    given.founder = await this.attempt(route, row, this.room, 'founder');
    return { wanted, given, changed };
  }

  private async roomFor(route: string, row: Row): Promise<Furnished> {
    const isShared = row.room === 'shared' || route.startsWith('GET ');
    const cast = row.usesUp ? await makeCast(this.server, this.room.founder) : this.room;
    return isShared ? { ...this.room, ...cast } : makeWorld(cast, row.hasPictures && this.picture);
  }

  private async attempt(route: string, row: Row, room: Furnished, role: Role | 'founder'): Promise<Outcome> {
    keepSignedIn(room);
    const world = { ...room, actor: role === 'founder' ? room.founder : room.people[role] };
    await row.prepare?.(this.server, world);
    return tryRoute(this.server, route, row, world, this.picture);
  }
}
