import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RoomAddress } from './room-address';
import { RoomsApi } from './rooms-api';

describe('the address of a room to be', () => {
  const slugFor = jest.fn<(name: string) => Promise<string>>();
  let address: RoomAddress;

  beforeEach(() => {
    slugFor.mockReset();
    slugFor.mockImplementation((name) => Promise.resolve(name === 'taken' ? 'taken-2' : name.toLowerCase()));
    TestBed.configureTestingModule({ providers: [RoomAddress, { provide: RoomsApi, useValue: { slugFor } }] });
    address = TestBed.inject(RoomAddress);
  });

  /** As long as typing rests before the server is asked. */
  async function rest(): Promise<void> {
    TestBed.tick();
    await new Promise((done) => setTimeout(done, 300));
    TestBed.tick();
    await new Promise((done) => setTimeout(done));
  }

  it('follows the name, and asks once it rests', async () => {
    address.follow('R');
    address.follow('Room');
    expect([address.made(), address.state()]).toEqual(['', 'unknown']);
    await rest();
    expect([address.made(), address.state(), slugFor.mock.calls]).toEqual(['room', 'free', [['Room']]]);
    address.follow('Rooms');
    expect([address.made(), address.state()]).toEqual(['room', 'unknown']);
  });

  it('of one’s own is told to be taken, with what else would do', async () => {
    address.choose('taken');
    await rest();
    expect([address.problem(), address.suggestion()]).toEqual(['/r/taken is in use.', 'taken-2']);
    address.choose('taken-2');
    expect([address.problem(), address.isOwn()]).toEqual(['', true]);
    address.choose('');
    expect(address.isOwn()).toBe(false);
  });

  it.each(['Bad', 'two words', '-edge', 'double--hyphen', '机器'])('cannot be %j', (slug) => {
    address.choose(slug);
    expect([address.problem(), address.state()]).toEqual(['Use a to z, digits and single hyphens.', 'refused']);
  });

  it('that the server refused stays refused until it is another', () => {
    address.refuse('late', 'late-2');
    expect([address.problem(), address.suggestion()]).toEqual(['/r/late is in use.', 'late-2']);
    address.choose('later');
    expect(address.problem()).toBe('');
  });
});
