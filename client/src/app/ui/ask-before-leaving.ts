import { DestroyRef, ElementRef, inject, type Signal } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { UnsavedDialogs } from './unsaved-dialogs';

/** Asks before the dialog around is left while it holds what was not saved, also by its buttons of the class `leaves`. For an injection context. */
export function askBeforeLeaving(isUnsaved: Signal<boolean>): void {
  const [dialogs, dialog] = [inject(UnsavedDialogs), inject<MatDialogRef<unknown, unknown>>(MatDialogRef)];
  const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  inject(DestroyRef).onDestroy(dialogs.guard(dialog, isUnsaved));
  const ask = (event: Event) => {
    if (!isUnsaved() || (event.target as Element).closest('.leaves') === null) return;
    event.stopPropagation();
    void dialogs.leave(dialog);
  };
  // Before the button hears of it, which closes.
  element.addEventListener('click', ask, { capture: true });
}
