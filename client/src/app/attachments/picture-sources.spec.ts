import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Attachment } from '#contracts/attachment.dto.js';
import { ChatSocket } from '../realtime/chat-socket';
import { PictureSources } from './picture-sources';

const picture: Attachment = {
  id: 'picture',
  name: 'site.jpg',
  mime: 'image/jpeg',
  size: 1,
  width: 4,
  height: 3,
  url: '/api/files/attachments/picture/site.jpg',
  state: 'processing',
};
const ready: Attachment = { ...picture, state: 'ready', thumbnailUrl: '/api/files/attachments/picture/thumbnail' };

describe('where a picture comes from', () => {
  let tell: (frame: object) => void;
  let sources: PictureSources;

  beforeEach(() => {
    const on = (_: string, handle: typeof tell) => (tell = handle);
    TestBed.configureTestingModule({ providers: [{ provide: ChatSocket, useValue: { on } }] });
    sources = TestBed.inject(PictureSources);
    URL.createObjectURL = jest.fn(() => 'blob:local');
    URL.revokeObjectURL = jest.fn();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is nowhere for others before the server has cleaned it', () => {
    expect([sources.small(picture), sources.full(picture)]).toEqual([undefined, undefined]);
  });

  it('is the own file for the one who uploaded it', () => {
    sources.keep(picture, new File([], 'site.jpg'));
    expect([sources.small(picture), sources.full(picture)]).toEqual(['blob:local', 'blob:local']);
  });

  it('is the server from then on', () => {
    sources.keep(picture, new File([], 'site.jpg'));
    expect([sources.small(ready), sources.full(ready)]).toEqual([ready.thumbnailUrl, ready.url]);
  });

  it('keeps nothing of what was taken back, and nothing that is no picture', () => {
    sources.keep(picture, new File([], 'site.jpg'));
    sources.forget(picture);
    sources.keep({ ...picture, id: 'page', mime: 'text/html' }, new File([], 'page.html'));
    expect([sources.small(picture), sources.small({ ...picture, id: 'page' })]).toEqual([undefined, undefined]);
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:local');
  });

  it('holds the own file no longer than the server needs to clean it', () => {
    sources.keep(picture, new File([], 'site.jpg'));
    tell({ items: [{ attachments: [picture] }] });
    expect(URL.revokeObjectURL).not.toHaveBeenCalled();
    tell({ items: [{ attachments: [ready] }] });
    expect([jest.mocked(URL.revokeObjectURL).mock.calls, sources.small(picture)]).toEqual([
      [['blob:local']],
      undefined,
    ]);
  });
});
