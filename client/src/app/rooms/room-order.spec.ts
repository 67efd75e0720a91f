import { describe, expect, it } from '@jest/globals';
import type { User } from '#contracts/user.dto.js';
import { isAbout, isChosen, sortRooms } from './room-order';

const HANNA: User = { id: 'h', username: 'hanna', displayName: 'Hanna Lindqvist', role: 'member', status: 'active' };
const day = (number: number) => `2026-06-0${number}T09:00:00.000Z`;
const room = (name: string, created: number, latest?: number) => ({
  name,
  slug: name.toLowerCase(),
  about: '',
  createdAt: day(created),
  ...(latest !== undefined && { latest: { postId: 'post', seq: 1, authorId: 'lei', excerpt: '', at: day(latest) } }),
});

describe('the rooms of the directory', () => {
  const rooms = [room('Room 10', 1, 5), room('room 2', 4), room('Cellar', 2, 3)];
  const names = (order: Parameters<typeof sortRooms>[1]) => sortRooms(rooms, order).map(({ name }) => name);

  it('stand by activity, a room without messages by its age; by age; by name', () => {
    expect(names('active')).toEqual(['Room 10', 'room 2', 'Cellar']);
    expect(names('newest')).toEqual(['room 2', 'Cellar', 'Room 10']);
    expect(names('name')).toEqual(['Cellar', 'room 2', 'Room 10']);
  });

  it.each([
    ['all', true, true],
    ['joined', true, false],
    ['public', false, true],
    ['private', true, false],
  ] as const)('shown as %s: mine that is private %s, one of others %s', (choice, mine, others) => {
    expect(isChosen({ myRole: 'member', visibility: 'private' }, choice)).toBe(mine);
    expect(isChosen({ myRole: null, visibility: 'public' }, choice)).toBe(others);
  });

  it('are found by name, address, about and owner', () => {
    const found = { name: '机器学习', slug: 'jiqixuexi', about: 'Models' };
    const texts = ['学习', 'JIQI', ' model', 'hanna', 'jiqi lindqvist', 'nothing'];
    expect(texts.map((text) => isAbout(found, HANNA, text))).toEqual([true, true, true, true, true, false]);
    expect(isAbout({ ...found, searchKey: '机器学习\njqxx\njiqixuexi' }, undefined, 'jqxx')).toBe(true);
  });
});
