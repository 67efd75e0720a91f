import { isIPv6 } from 'node:net';

const GROUPS = 8;
const GROUPS_OF_NETWORK = 4;

/**
 * What limits count by: an address of IPv4 as it is, and of IPv6 the first 64 bits, since who has one address there usually has
 * all that begin alike.
 */
export function networkOf(ip: string): string {
  const address = ip.replace(/%.*$/u, '').toLowerCase();
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:([\d.]+)$/u.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail = ''] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const left = Array<string>(Math.max(0, GROUPS - first.length - last.length)).fill('0');
  const groups = [...first, ...left, ...last].slice(0, GROUPS_OF_NETWORK);
  return `${groups.map((group) => group.replace(/^0+(?=.)/u, '')).join(':')}::/64`;
}
