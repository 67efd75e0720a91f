import type { TestServer } from '../../kit/api/test-server.js';
import type { World } from './world.js';

/** What is sent to a route. */
export interface Attempt {
  /** What stands for `:id`; `:room`, `:post`, `:username` and `:name` are the world's room, topic, guest and file. */
  id?: string;
  username?: string;
  name?: string;
  query?: string;
  body?: object;
  /** A form with one file. */
  file?: true;
  /** With the refresh cookie of who asks. */
  cookie?: true;
}

export interface Row {
  /** Status for each role; with the code where the status alone does not tell it. */
  answers: string;
  attempt: (world: World) => Attempt;
  /** What the owner of the organisation is answered, where that is more than what admins are. */
  founder?: string;
  /** The attempt uses up the account that makes it, or the guest. */
  usesUp?: true;
  /**
   * In which room those try who succeed: in the one of all rows where that leaves it as it is, as whoever only reads does; in one
   * of the row's own; or, where that uses it up, in one for each of them.
   */
  room: 'shared' | 'own' | 'each';
  /** Puts there what no request can. */
  prepare?: (server: TestServer, world: World) => Promise<void>;
  /** The answer is a file or a page, which no contract describes. */
  isFile?: true;
  /** In a room of the row's own, room and topic have a picture, and the file that is not sent yet is one. */
  hasPictures?: true;
}

/** A row of a table: what each role is answered, in the order of `ROLES`. */
export function row(answers: string, attempt: Row['attempt'] = () => ({}), more: Partial<Row> = {}): Row {
  return { answers, attempt, room: 'own', ...more };
}
