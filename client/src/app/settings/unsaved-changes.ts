import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Confirm } from '../ui/confirm';

/** A page that may hold what was not saved. */
export interface HoldsChanges {
  hasUnsavedChanges(): boolean;
}

/** Asks before a page is left that holds unsaved changes. */
export const keepsChanges: CanDeactivateFn<HoldsChanges> = (page) =>
  !page.hasUnsavedChanges() ||
  inject(Confirm).ask({
    icon: 'edit',
    title: 'Leave without saving?',
    text: 'Your changes to your profile are not saved.',
    action: 'Leave',
  });
