import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DialogFrame } from './dialog-frame';
import { asDialog } from './dialog.fixture';

@Component({
  imports: [DialogFrame],
  template: `
    <form (submit)="$event.preventDefault(); sent()">
      <app-dialog-frame heading="Lantern" headingId="lantern" action="Light it" [isBusy]="isBusy()" />
    </form>
  `,
})
class Dialog {
  readonly isBusy = signal(false);
  readonly sent = jest.fn();
}

describe('the frame of a dialog', () => {
  let fixture: ComponentFixture<Dialog>;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: asDialog({ data: null, close: () => undefined, say: () => undefined }),
    });
    fixture = TestBed.createComponent(Dialog);
    // Nothing outside of a document is sent.
    document.body.append(fixture.nativeElement as HTMLElement);
  });

  it('sends once, by a button that keeps the focus while it is busy', async () => {
    const { sent, isBusy } = fixture.componentInstance;
    await fixture.whenStable();
    const button = (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>('button[type=submit]')!;
    button.click();
    isBusy.set(true);
    await fixture.whenStable();
    expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
    button.click();
    expect(sent).toHaveBeenCalledTimes(1);
  });
});
