import { DestroyRef, Directive, ElementRef, inject } from '@angular/core';

/** Takes the focus itself when what has it here goes, whoever made it go: else the focus falls out of the page. */
@Directive({
  selector: '[appKeepsFocus]',
  host: { tabindex: '-1', '(focusin)': 'focused = $event.target', '(focusout)': 'leave($event)' },
})
export class KeepsFocus {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected focused: EventTarget | null = null;

  constructor() {
    const watcher = new MutationObserver(() => this.recover());
    watcher.observe(this.element, { childList: true, subtree: true });
    inject(DestroyRef).onDestroy(() => watcher.disconnect());
  }

  /** Some browsers tell it also of what goes, before it has gone. */
  protected leave({ target }: FocusEvent): void {
    setTimeout(() => {
      if (this.focused === target && (target as Node).isConnected) this.focused = null;
    });
  }

  private recover(): void {
    if (this.focused === null || (this.focused as Node).isConnected) return;
    this.focused = null;
    if (document.activeElement === document.body) this.element.focus({ preventScroll: true });
  }
}
