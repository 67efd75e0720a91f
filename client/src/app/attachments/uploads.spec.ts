import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Attachment } from '#contracts/attachment.dto.js';
import { ServerConfig } from '../sign-in/server-config';
import { SessionStore } from '../sign-in/session-store';
import { keptAttachments } from './kept-attachments';
import { PictureSources } from './picture-sources';
import { Uploads } from './uploads';

const limits = { attachmentBytes: 1024, attachmentsPerMessage: 2 };
const attachment = (facts: Partial<Attachment> = {}): Attachment => ({
  id: 'file',
  name: '报告.pdf',
  mime: 'application/pdf',
  size: 3,
  url: '/api/files/attachments/file/x',
  state: 'ready',
  ...facts,
});

describe('files of a message that is being written', () => {
  const user = signal({ id: 'hanna' });
  let uploads: Uploads;
  let server: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    begin();
  });

  function begin(): void {
    TestBed.resetTestingModule().configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: SessionStore, useValue: { user } },
        { provide: ServerConfig, useValue: { config: () => ({ limits }) } },
        { provide: PictureSources, useValue: { keep: () => undefined, forget: () => undefined } },
      ],
    });
    uploads = TestBed.inject(Uploads);
    server = TestBed.inject(HttpTestingController);
  }

  const states = () =>
    uploads
      .of('post')
      .items()
      .map(({ name, state, problem }) => [name, state, problem && uploads.words(problem)].filter(Boolean).join(': '));
  const add = (...files: File[]) => uploads.add('post', 'room', files);
  const uploading = () => server.expectOne('/api/attachments?roomId=room');

  it('are refused before they go out when they are too large or empty', () => {
    add(new File(['x'.repeat(1025)], 'large.bin'), new File([], 'empty.txt'));
    expect(states()).toEqual(['large.bin: failed: Over the 1 KB limit', 'empty.txt: failed: This file is empty']);
  });

  it('are left out when there are too many, and counted', () => {
    const { leftOut } = uploads.of('post');
    add(...['a', 'b', 'c', 'd'].map((name) => new File(['x'], name)));
    expect([states(), leftOut()]).toEqual([['a: uploading', 'b: uploading'], 2]);
    add(new File(['x'], 'e'));
    expect([states().length, leftOut()]).toEqual([2, 1]);
    uploads.remove('post', uploads.of('post').items()[0]!.key);
    expect(leftOut()).toBe(0);
  });

  it('keep the page from being left while they are on their way', () => {
    const leaves = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    add(new File(['abc'], 'a.txt'));
    expect(leaves()).toBe(false);
    uploading().flush(attachment());
    expect(leaves()).toBe(true);
  });

  it('tell how far they have come, and what went wrong', () => {
    add(new File(['abc'], '报告.pdf'));
    const request = uploading();
    request.event({ type: HttpEventType.UploadProgress, loaded: 1, total: 2 });
    expect(uploads.of('post').items()[0]?.progress).toBe(0.5);
    request.error(new ProgressEvent('error'));
    expect(states()).toEqual(['报告.pdf: failed: The server did not answer. Check your connection and try again.']);
    uploads.retry('post', uploads.of('post').items()[0]!.key);
    uploading().flush(attachment());
    expect(states()).toEqual(['报告.pdf: ready']);
  });

  it('are cancelled on their way', () => {
    add(new File(['abc'], 'a.txt'));
    const request = uploading();
    uploads.remove('post', uploads.of('post').items()[0]!.key);
    expect([request.cancelled, states()]).toEqual([true, []]);
  });

  it('keep what is said about them', async () => {
    add(new File(['abc'], 'a.png'));
    uploading().flush(attachment());
    const described = uploads.describe('post', uploads.of('post').items()[0]!.key, 'a chart');
    const request = server.expectOne('/api/attachments/file');
    expect([request.request.method, request.request.body]).toEqual(['PATCH', { alt: 'a chart' }]);
    request.flush(attachment({ alt: 'a chart' }));
    await described;
    expect(keptAttachments('hanna', 'post')).toEqual([attachment({ alt: 'a chart' })]);
    expect(uploads.take('post')[0]?.alt).toBe('a chart');
    expect(keptAttachments('hanna', 'post')).toEqual([]);
  });

  it('are there again after a reload, as far as the server has them', async () => {
    add(new File(['abc'], 'a.txt'), new File(['abc'], 'b.txt'));
    const requests = server.match('/api/attachments?roomId=room');
    requests[0]!.flush(attachment({ id: 'a', name: 'a.txt' }));
    requests[1]!.flush(attachment({ id: 'b', name: 'b.txt' }));
    begin();
    const restored = uploads.restore('post', 'room');
    expect(states()).toEqual(['a.txt: ready', 'b.txt: ready']);
    server.expectOne('/api/attachments/a').flush(attachment({ id: 'a', name: 'a.txt' }));
    server
      .expectOne('/api/attachments/b')
      .flush({ code: 'not_found', detail: 'Not found.' }, { status: 404, statusText: 'Not Found' });
    await restored;
    expect(states()).toEqual(['a.txt: ready']);
    expect(keptAttachments('hanna', 'post').map(({ id }) => id)).toEqual(['a']);
  });

  it('stay while the server cannot be asked', async () => {
    add(new File(['abc'], 'a.txt'));
    uploading().flush(attachment({ name: 'a.txt' }));
    begin();
    const restored = uploads.restore('post', 'room');
    server.expectOne('/api/attachments/file').error(new ProgressEvent('error'));
    await restored;
    expect(states()).toEqual(['a.txt: ready']);
    begin();
    const again = uploads.restore('post', 'room');
    const busy = { code: 'rate_limited', detail: 'Slow down.' };
    server.expectOne('/api/attachments/file').flush(busy, { status: 429, statusText: 'Too Many' });
    await again;
    expect(states()).toEqual(['a.txt: ready']);
  });

  it('are shown to nobody else on the same device', () => {
    add(new File(['abc'], 'a.txt'));
    user.set({ id: 'lei' });
    expect(states()).toEqual([]);
    user.set({ id: 'hanna' });
    expect(states()).toEqual(['a.txt: uploading']);
  });
});
