import { beforeEach, describe, expect, it } from '@jest/globals';
import { PresenceClaims } from './presence-claims.js';

describe('PresenceClaims', () => {
  let claims: PresenceClaims;
  let told: [string, boolean][];

  beforeEach(() => {
    told = [];
    claims = new PresenceClaims((userId, isOnline) => told.push([userId, isOnline]));
  });

  it('somebody is online as long as one node says so', () => {
    claims.add('one', 'ann');
    claims.add('two', 'ann');
    claims.remove('one', 'ann');
    expect([claims.isOnline('ann'), told]).toEqual([true, [['ann', true]]]);
    claims.remove('two', 'ann');
    expect([claims.userIds(), told.at(-1)]).toEqual([[], ['ann', false]]);
  });

  it('a node may say the same twice', () => {
    claims.add('one', 'ann');
    claims.add('one', 'ann');
    claims.remove('one', 'ann');
    claims.remove('one', 'ann');
    expect(told).toEqual([
      ['ann', true],
      ['ann', false],
    ]);
  });

  it('a node that tells all of its people anew changes what differs, and nothing of other nodes', () => {
    claims.replace('one', ['ann', 'bob']);
    claims.add('two', 'ann');
    told.length = 0;
    claims.replace('one', ['bob', 'eve']);
    expect(told).toEqual([['eve', true]]);
    expect(claims.userIds().sort()).toEqual(['ann', 'bob', 'eve']);
    claims.replace('one', []);
    expect(claims.userIds()).toEqual(['ann']);
  });
});
