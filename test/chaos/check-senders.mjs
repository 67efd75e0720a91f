/**
 * Whether what was acknowledged is what is stored: each send once, in its sender's order, in the state that its author gave it.
 * @param {{ name: string, userId: string, sends: object[], changes: object[], refusals: string[] }[]} senders in the order of sending
 * @param {Map<string, Map<number, object>>} stored messages by post and number
 * @returns {string[]} what is wrong
 */
export function senderFaults(senders, stored) {
  const rows = [...stored.values()].flatMap((ofPost) => [...ofPost.values()]);
  const byKey = Map.groupBy(rows, ({ key }) => key);
  const faults = senders.flatMap((sender) => [
    ...sender.refusals.map((refusal) => `${sender.name}: refused: ${refusal}`),
    ...sendFaults(sender, byKey),
    ...orderFaults(sender),
    ...stateFaults(sender, new Map(rows.map((row) => [row.id, row]))),
  ]);
  const sent = new Set(senders.flatMap(({ userId, sends }) => sends.map(({ clientId }) => `${userId}/${clientId}`)));
  for (const { key, seq, postId } of rows)
    if (key && !sent.has(key)) faults.push(`#${seq} of ${postId} was sent by nobody`);
  return faults;
}

function sendFaults({ name, userId, sends }, byKey) {
  return sends.flatMap(({ clientId, ack }) => {
    const found = byKey.get(`${userId}/${clientId}`) ?? [];
    if (!ack) return [`${name}: ${clientId} was never acknowledged`];
    if (found.length === 0) return [`${name}: #${ack.seq} was acknowledged and is not stored`];
    if (found.length > 1) return [`${name}: #${ack.seq} is stored ${found.length} times`];
    const [{ id, seq }] = found;
    return id === ack.id && seq === ack.seq ? [] : [`${name}: #${ack.seq} was acknowledged and #${seq} stored`];
  });
}

/** In each post a sender's messages have rising numbers. */
function orderFaults({ name, sends }) {
  const last = new Map();
  return sends.flatMap(({ postId, ack }) => {
    if (!ack) return [];
    const before = last.get(postId) ?? 0;
    last.set(postId, ack.seq);
    return ack.seq > before ? [] : [`${name}: #${ack.seq} was sent after #${before}`];
  });
}

function stateFaults({ name, sends, changes }, byId) {
  const wanted = new Map(sends.filter(({ ack }) => ack).map(({ ack, text }) => [ack.id, text]));
  for (const { id, text } of changes) wanted.set(id, text);
  const faults = changes
    .filter(({ isDone }) => !isDone)
    .map(({ id }) => `${name}: a change of ${id} was never answered`);
  for (const [id, text] of wanted) {
    const row = byId.get(id);
    const isRecalled = row?.state === 'recalled';
    if (row && (text === null ? !isRecalled : isRecalled || row.text !== text))
      faults.push(`${name}: #${row.seq} is ${row.state} with ${JSON.stringify(row.text)}, not ${JSON.stringify(text)}`);
  }
  return faults;
}
