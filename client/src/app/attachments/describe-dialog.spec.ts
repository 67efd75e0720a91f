import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { describe, expect, it } from '@jest/globals';
import { asDialog, asksBeforeLeaving } from '../ui/dialog.fixture';
import { DescribeDialog, type DescribedPicture } from './describe-dialog';
import { Uploads } from './uploads';

describe('describing a picture', () => {
  it('asks before what was written is thrown away, not while it is as it was', async () => {
    const attachment = { alt: 'A lantern' } as DescribedPicture['upload']['attachment'];
    const upload = { key: 1, name: 'a.png', size: 1, state: 'ready', progress: 1, attachment } as const;
    const data: DescribedPicture = { postId: 'post', upload, imageUrl: undefined };
    TestBed.configureTestingModule({
      providers: [
        ...asDialog({ data, close: () => undefined, say: () => undefined }),
        { provide: Uploads, useValue: {} },
      ],
    });
    const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(DescribeDialog));
    const box = await loader.getHarness(MatInputHarness);
    expect(asksBeforeLeaving()).toBe(false);
    await box.setValue('A lantern of paper');
    expect(asksBeforeLeaving()).toBe(true);
    await box.setValue('A lantern');
    expect(asksBeforeLeaving()).toBe(false);
  });
});
