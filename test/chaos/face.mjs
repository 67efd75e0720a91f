/** What a reader sees of a message, as a number: readers agree with the database when their numbers do (cyrb53). */
export function faceOf({ state, text, replyTo, attachments }) {
  const quote = replyTo ? `${replyTo.seq}:${replyTo.excerpt}` : '';
  const files = attachments.map(({ id, state: fileState }) => `${id}:${fileState}`).join();
  return hash([state, text, quote, files].join('\n'));
}

function hash(text) {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
