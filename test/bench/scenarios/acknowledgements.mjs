import { clientIdOf, runPrefix } from '../load/message-ids.mjs';
import { pause } from '../load/figures.mjs';
import { House, inParallel, openPost } from '../servers/house.mjs';

const SENDERS = 50;
const IN_FLIGHT = 20;

/** Sends acknowledged after their commit, as fast as acknowledgements come: all in one post, and each in a post of its own. */
export async function acknowledgements({ program, dataDir, isQuick, say }) {
  const house = await House.open(program, dataDir);
  const people = await house.people(SENDERS);
  const rooms = await house.rooms(SENDERS, people);
  const sockets = await house.sockets(people);
  const result = {};
  for (const posts of [1, SENDERS]) {
    const postOf = (index) => rooms[index % posts].postId;
    await inParallel(SENDERS, (index) => openPost(sockets[index], postOf(index)));
    const perSecond = await busy(sockets, postOf, isQuick ? 3 : 8);
    const stored = await storedOf(house, rooms.slice(0, posts), posts);
    if (stored !== perSecond.acknowledged) throw new Error(`${perSecond.acknowledged} acknowledged, ${stored} stored`);
    result[`${posts} posts`] = perSecond.rate;
    say(
      `Acknowledged sends, ${SENDERS} senders with ${IN_FLIGHT} in flight, posts: ${posts}`,
      `${perSecond.rate} a second`,
    );
    await inParallel(SENDERS, (index) => sockets[index].ask('post:close', { postId: postOf(index) }));
    await house.database.query('delete from messages');
  }
  for (const socket of sockets) socket.close();
  await house.close();
  return result;
}

async function busy(sockets, postOf, seconds) {
  const prefix = runPrefix(Date.now() % 0xff_ffff);
  let [sent, acknowledged, isOver] = [0, 0, false];
  const lane = async (socket, postId) => {
    while (!isOver) {
      const answer = await socket.ask('message:send', {
        postId,
        clientId: clientIdOf(prefix, sent++),
        text: 'x'.repeat(100),
      });
      if (!answer.ok) throw new Error(answer.error.code);
      acknowledged += 1;
    }
  };
  const lanes = sockets.flatMap((socket, index) =>
    Array.from({ length: IN_FLIGHT }, () => lane(socket, postOf(index))),
  );
  const begun = performance.now();
  await pause(seconds * 1_000);
  const [count, passed] = [acknowledged, performance.now() - begun];
  isOver = true;
  await Promise.all(lanes);
  return { rate: Math.round((count * 1_000) / passed), acknowledged };
}

async function storedOf(house, rooms) {
  const posts = rooms.map(({ postId }) => postId);
  const { rows } = await house.database.query(
    `select count(*)::int as count from messages where post_id = any($1) and kind = 'text'`,
    [posts],
  );
  return rows[0].count;
}
