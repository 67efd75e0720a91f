import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { t } from '../language/texts';
import { Confirm } from '../ui/confirm';

/** A page that may hold what was not saved. */
export interface HoldsChanges {
  hasUnsavedChanges(): boolean;
}

/** Asks before a page is left that holds unsaved changes; what an admin had open is gone already once the role is. */
export const keepsChanges: CanDeactivateFn<HoldsChanges | null> = (page) =>
  !page?.hasUnsavedChanges() ||
  inject(Confirm).ask(() => ({
    icon: 'edit',
    title: t('settings.leaveAsk'),
    text: t('settings.leaveText'),
    action: t('settings.leave'),
  }));
