import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FrameStore } from '../frame-store';
import { Levels } from '../levels';
import { Api } from '../realtime/api';
import { Viewport } from '../ui/viewport';
import { PasswordSettings } from './password-settings';

describe('another password', () => {
  const post = jest.fn<(path: string, body: unknown) => Promise<void>>();
  let fixture: ComponentFixture<PasswordSettings>;

  beforeEach(() => {
    post.mockReset();
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { post } },
        { provide: FrameStore, useValue: { isLeftOpen: () => true, isLeftOverlay: () => false } },
        { provide: Levels, useValue: {} },
        { provide: Viewport, useValue: { isCompact: () => false } },
      ],
    });
    fixture = TestBed.createComponent(PasswordSettings);
  });

  it('is sent once, however often the button is pressed, and then said to be changed', async () => {
    let answer: () => void = () => undefined;
    post.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const loader = TestbedHarnessEnvironment.loader(fixture);
    for (const [label, text] of [
      ['Present password', 'a lamp'],
      ['New password', 'a long lantern of paper'],
    ] as const)
      await (await loader.getHarness(MatInputHarness.with({ label }))).setValue(text);
    const page = fixture.nativeElement as HTMLElement;
    const button = page.querySelector<HTMLButtonElement>('button[type=submit]')!;
    button.click();
    button.click();
    expect(post.mock.calls.length).toBe(1);
    answer();
    await fixture.whenStable();
    expect(page.querySelector('[role=status]')?.textContent).toContain('changed');
  });
});
