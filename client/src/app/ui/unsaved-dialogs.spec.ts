import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, inject } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatDialog, MatDialogRef, MatDialogState } from '@angular/material/dialog';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConnectionStore } from '../realtime/connection-store';
import { ConfirmHarness } from './confirm.harness';
import { DialogFrame } from './dialog-frame';
import { LateDialog } from './late-dialog';
import { Viewport } from './viewport';

@Component({
  imports: [DialogFrame, ReactiveFormsModule],
  template: `
    <form [formGroup]="form" (ngSubmit)="self.close('saved')">
      <app-dialog-frame heading="Lantern" headingId="lantern" action="Save">
        <input formControlName="words" />
      </app-dialog-frame>
    </form>
  `,
})
class Dialog {
  protected readonly self = inject<MatDialogRef<Dialog>>(MatDialogRef);
  protected readonly form = new FormGroup({ words: new FormControl('as it was', { nonNullable: true }) });
}

@Component({ template: '' })
class Page {}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const button = (name: string) =>
  [...document.querySelectorAll('app-dialog-frame button')].find(
    (one) => one.textContent.trim() === name || one.getAttribute('aria-label') === name,
  ) as HTMLElement;
const escape = () =>
  document
    .querySelector('app-dialog-frame input')!
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true, cancelable: true }));
const WAYS: readonly [string, () => unknown][] = [
  ['Esc', escape],
  ['a click beside it', () => document.querySelector<HTMLElement>('.cdk-overlay-backdrop')!.click()],
  ['Close', () => button('Close').click()],
  ['Cancel', () => button('Cancel').click()],
];

describe('a dialog with a form', () => {
  let fixture: ComponentFixture<Page>;
  let answer: Promise<unknown>;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: ConnectionStore, useValue: { isOffline: () => false } },
        { provide: Viewport, useValue: { isCompact: () => false } },
      ],
    });
    fixture = TestBed.createComponent(Page);
    answer = TestBed.inject(LateDialog).open(() => Promise.resolve(Dialog), {});
    await settled();
    await import('./confirm-dialog');
  });
  afterEach(() => TestBed.inject(MatDialog).closeAll());

  const loader = () => TestbedHarnessEnvironment.documentRootLoader(fixture);
  const question = () => loader().getHarnessOrNull(ConfirmHarness);
  const isOpen = async () => (await loader().getAllHarnesses(MatDialogHarness)).length > 0;
  /** What comes next comes at once, before anything is drawn. */
  const type = (words: string) => {
    const box = document.querySelector<HTMLInputElement>('app-dialog-frame input')!;
    box.value = words;
    box.dispatchEvent(new Event('input'));
  };

  it.each(WAYS)('is simply left while nothing differs: by %s', async (_, leave) => {
    type('something else');
    type('as it was');
    leave();
    expect(await answer).toBeUndefined();
    expect([await question(), await isOpen()]).toEqual([null, false]);
  });

  it.each(WAYS)('asks before what was written is thrown away: by %s', async (_, leave) => {
    type('something else');
    leave();
    await settled();
    const asked = await question();
    expect([await asked?.title(), await asked?.answers()]).toEqual(['Close without saving?', ['Cancel', 'Discard']]);
    await asked?.answer('Cancel');
    await settled();
    expect(document.querySelector<HTMLInputElement>('app-dialog-frame input')?.value).toBe('something else');
    expect(TestBed.inject(MatDialog).openDialogs[0]?.getState()).toBe(MatDialogState.OPEN);
    leave();
    await settled();
    await (await question())?.answer('Discard');
    expect(await answer).toBeUndefined();
  });

  it('goes with the browser’s Back while nothing differs, else it stays', async () => {
    type('something else');
    dispatchEvent(new PopStateEvent('popstate'));
    await settled();
    expect(await isOpen()).toBe(true);
    type('as it was');
    dispatchEvent(new PopStateEvent('popstate'));
    expect(await answer).toBeUndefined();
  });

  it('asks nothing once it is saved, or when all are closed', async () => {
    type('something else');
    button('Save').click();
    expect([await answer, await question()]).toEqual(['saved', null]);
    const other = TestBed.inject(LateDialog).open(() => Promise.resolve(Dialog), {});
    await settled();
    type('something else');
    TestBed.inject(MatDialog).closeAll();
    expect([await other, await question()]).toEqual([undefined, null]);
  });

  it('holds the window, too', async () => {
    const leaving = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leaving()).toBe(false);
    type('something else');
    expect(leaving()).toBe(true);
    TestBed.inject(MatDialog).closeAll();
    await answer;
    expect(leaving()).toBe(false);
  });
});
