import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Transactions } from '../../server/database/transactions.js';
import { MessagesService } from '../../server/messages/messages.service.js';
import { pause } from '../kit/api/chat-client.js';
import { KeptHouse } from '../kit/kept-house.js';

describe('an answer that is stored while what it quotes is changed', () => {
  const house = new KeptHouse();
  beforeAll(() => house.open());
  afterAll(() => house.close());

  it.each([
    ['edited', `update messages set text = 'other words', edited_at = now() where id = $1`, 'other words'],
    ['taken back', `update messages set state = 'recalled', text = '' where id = $1`, ''],
  ])('quotes it as it is then: %s', async (_, change, excerpt) => {
    const { postId, messages } = await house.furnish();
    const quoted = messages[8]!.id;
    // Begun outside the transaction below, which it would join.
    const answer = pause(150).then(async () => {
      const wish = { clientId: randomUUID(), text: 'answer', replyToId: quoted };
      return (await house.app.get(MessagesService).send(house.userId, postId, wish)).stored;
    });
    await house.app.get(Transactions).run(async () => {
      await house.sql('select from post_heads where post_id = $1 for no key update', [postId]);
      await house.sql(change, [quoted]);
      await pause(500);
    });
    expect((await answer).replyTo).toMatchObject({ id: quoted, excerpt });
  });
});
