import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Attachment } from '#contracts/attachment.dto.js';
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
  beforeEach(() => {
    URL.createObjectURL = jest.fn(() => 'blob:local');
    URL.revokeObjectURL = jest.fn();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is nowhere for others before the server has cleaned it', () => {
    const sources = new PictureSources();
    expect([sources.small(picture), sources.full(picture)]).toEqual([undefined, undefined]);
  });

  it('is the own file for the one who uploaded it', () => {
    const sources = new PictureSources();
    sources.keep(picture, new File([], 'site.jpg'));
    expect([sources.small(picture), sources.full(picture)]).toEqual(['blob:local', 'blob:local']);
  });

  it('is the server from then on', () => {
    const sources = new PictureSources();
    sources.keep(picture, new File([], 'site.jpg'));
    expect([sources.small(ready), sources.full(ready)]).toEqual([ready.thumbnailUrl, ready.url]);
  });

  it('keeps nothing of what was taken back, and nothing that is no picture', () => {
    const sources = new PictureSources();
    sources.keep(picture, new File([], 'site.jpg'));
    sources.forget(picture);
    sources.keep({ ...picture, id: 'page', mime: 'text/html' }, new File([], 'page.html'));
    expect([sources.small(picture), sources.small({ ...picture, id: 'page' })]).toEqual([undefined, undefined]);
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:local');
  });
});
