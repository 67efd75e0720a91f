/**
 * Whether every unread is what the rows say, for who was there all the time and for who comes fresh.
 * @param {{ name: string, postId: string, readSeq: number, unread: number }[]} shown
 * @param {Map<string, number>} marks by `name/postId`: the number read last
 * @param {Map<string, number>} lastSeqs by post
 * @returns {string[]} what is wrong
 */
export function markFaults(shown, marks, lastSeqs) {
  return shown.flatMap(({ name, postId, readSeq, unread }) => {
    const mark = marks.get(`${name}/${postId}`) ?? 0;
    const right = lastSeqs.get(postId) - mark;
    if (readSeq === mark && unread === right) return [];
    return [`${name} in ${postId}: ${unread} unread after #${readSeq}, and not ${right} after #${mark}`];
  });
}

/**
 * Whether a post is numbered gaplessly above what was checked before.
 * @returns {string[]} what is wrong
 */
export function numberFaults(postId, base, head, rows) {
  const missing = [];
  for (let seq = base.seq + 1; seq <= head.lastSeq; seq += 1) if (!rows.has(seq)) missing.push(`#${seq}`);
  const faults = missing.length > 0 ? [`${postId}: ${missing.join(', ')} missing`] : [];
  const revs = [...rows.values()].map(({ rev }) => rev);
  if (new Set(revs).size < revs.length) faults.push(`${postId}: a rev was taken twice`);
  if (revs.length > 0 && Math.max(...revs) !== head.rev)
    faults.push(`${postId}: its rev is ${head.rev}, its rows' ${Math.max(...revs)}`);
  if (rows.size > 0 && Math.max(...rows.keys()) !== head.lastSeq)
    faults.push(`${postId}: more messages than its head says`);
  return faults;
}
