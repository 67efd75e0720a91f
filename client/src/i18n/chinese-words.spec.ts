import { describe, expect, it } from '@jest/globals';
import { chinese } from './chinese';
import { chineseAdmin } from './chinese-admin';
import { english } from './english';
import { englishAdmin } from './english-admin';

type Catalogue = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Each text by its key, its forms in one. */
function textsOf(...catalogues: Catalogue[]): Map<string, string> {
  const places = catalogues.flatMap((catalogue) => Object.entries(catalogue));
  return new Map(
    places.flatMap(([place, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${place}.${name}`, JSON.stringify(text)] as const),
    ),
  );
}

describe('Chinese texts', () => {
  const texts = textsOf(chinese, chineseAdmin);
  const without = (keys: readonly string[], word: string) => keys.filter((key) => !texts.get(key)?.includes(word));

  it('speak to the reader in one way', () => {
    expect([...texts.values()].filter((text) => text.includes('您'))).toEqual([]);
  });

  it('call a moderator by one word', () => {
    const ours = [...textsOf(english, englishAdmin)].filter(([, text]) => /moderator/iu.test(text));
    const keys = ours.map(([key]) => key);
    expect([keys.length > 5, without(keys, '主持人')]).toEqual([true, []]);
  });

  it('call the owner of a room and handing it over by one word each', () => {
    const owner = ['rooms.owner', 'admin.newOwner', 'admin.setOwner', 'admin.setOwnerText', 'admin-rooms.owner'];
    expect(without([...owner, 'admin-audit.did_room_owner_changed'], '房主')).toEqual([]);
    const handing = ['rooms.handOver', 'errors.room_owner_cannot_leave', 'errors.owns_rooms', 'settings.ownsRooms'];
    expect(without(handing, '转让')).toEqual([]);
  });
});
