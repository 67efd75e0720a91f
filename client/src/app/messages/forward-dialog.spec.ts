import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatRadioGroupHarness } from '@angular/material/radio/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ForwardMessageDto, Message } from '#contracts/message.dto.js';
import { PeopleStore } from '../profiles/people-store';
import { PostStore } from '../posts/post-store';
import { ServerError } from '../realtime/server-error';
import { aPost, aRoom } from '../rooms/room.fixture';
import { RoomStore } from '../rooms/room-store';
import { asDialog, asksBeforeLeaving } from '../ui/dialog.fixture';
import { DialogFrameHarness } from '../ui/dialog-frame.harness';
import { FilterBoxHarness } from '../ui/filter-box.harness';
import { ForwardDialog } from './forward-dialog';
import { aMessage } from './message.fixture';
import { MessageStores } from './message-stores';
import { MessagesApi } from './messages-api';

const ROOMS = [
  aRoom({ id: 'ml', slug: 'jiqixuexi', name: '机器学习', searchKey: '机器学习\njqxx\njiqixuexi' }),
  aRoom({ id: 'old', slug: 'old', name: 'Old', archivedAt: '2026-06-01T00:00:00.000Z' }),
];
const POSTS = [
  aPost({ id: 'notes', roomId: 'ml', slug: 'notes', kind: 'topic', title: 'Release notes' }),
  aPost({ id: 'done', roomId: 'ml', slug: 'done', kind: 'topic', title: 'Done', state: 'resolved' }),
  aPost({ id: 'chat', roomId: 'ml' }),
];

describe('forwarding a message', () => {
  const [close, say, take] = [jest.fn(), jest.fn<(text: string) => void>(), jest.fn()];
  const forward = jest.fn<(id: string, wish: ForwardMessageDto) => Promise<Message>>();

  beforeEach(() => {
    for (const mock of [close, say, take, forward]) mock.mockReset();
    forward.mockResolvedValue(aMessage({ seq: 7 }));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        ...asDialog({ data: aMessage({ text: 'The *budget*' }), close, say }),
        { provide: MessagesApi, useValue: { forward } },
        { provide: MessageStores, useValue: { take } },
        { provide: PeopleStore, useValue: { nameOf: () => '王磊' } },
        { provide: RoomStore, useValue: { mine: () => ROOMS } },
        { provide: PostStore, useValue: { inRoom: (id: string) => POSTS.filter(({ roomId }) => roomId === id) } },
      ],
    });
  });

  async function open() {
    const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(ForwardDialog));
    const places = await loader.getHarness(MatRadioGroupHarness);
    const labels = async () =>
      Promise.all((await places.getRadioButtons()).map(async (button) => (await button.getLabelText()).trim()));
    return {
      ...{ places, labels },
      dialog: await loader.getHarness(DialogFrameHarness),
      filter: await loader.getHarness(FilterBoxHarness),
      comment: await loader.getHarness(MatInputHarness.with({ label: /^Add a comment/u })),
    };
  }

  it('shows whose words they are, and where one may write: chats first', async () => {
    const { dialog, labels } = await open();
    expect(await dialog.text()).toContain('王磊The budget');
    expect(await labels()).toEqual([expect.stringContaining('Chat'), expect.stringContaining('Release notes')]);
  });

  it('finds places by pinyin, initials and title', async () => {
    const { dialog, filter, labels } = await open();
    await filter.type('jqxx');
    expect((await labels()).length).toBe(2);
    await filter.type('notes');
    expect(await labels()).toEqual([expect.stringContaining('Release notes')]);
    await filter.type('old');
    expect([await labels(), await dialog.text()]).toEqual([[], expect.stringContaining('None of your')]);
  });

  it('wants a place, and forwards once, however often it is tried', async () => {
    const { dialog, places, comment } = await open();
    await dialog.act();
    expect([await dialog.refusal(), forward.mock.calls]).toEqual(['Choose where it goes.', []]);
    await places.checkRadioButton({ label: /^Release notes/u });
    await comment.setValue(' Good news ');
    forward.mockRejectedValueOnce(new ServerError('unreachable', 'No answer'));
    await dialog.act();
    expect(await dialog.refusal()).toContain('The server did not answer.');
    await dialog.act();
    const [[id, wish] = [], [, again] = []] = forward.mock.calls;
    expect([id, wish?.postId, wish?.text, wish?.clientId === again?.clientId]).toEqual([
      'message-1',
      'notes',
      'Good news',
      true,
    ]);
    expect([take.mock.calls.length, close.mock.calls.length, say.mock.calls[0]?.[0]]).toEqual([
      1,
      1,
      'Forwarded to 机器学习',
    ]);
  });

  it('asks before a comment is thrown away', async () => {
    const { comment, filter } = await open();
    await filter.type('notes');
    expect(asksBeforeLeaving()).toBe(false);
    await comment.setValue('Good news');
    expect(asksBeforeLeaving()).toBe(true);
  });
});
