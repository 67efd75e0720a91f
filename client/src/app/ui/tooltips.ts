import type { Provider } from '@angular/core';
import { MAT_TOOLTIP_DEFAULT_OPTIONS } from '@angular/material/tooltip';

/**
 * Tooltips that come when one stays, for a component and what it holds. Not for the whole program: what opens above a page
 * (a dialog) asks for it itself, and the door has no need to load them first.
 */
export const PATIENT_TOOLTIPS: Provider = {
  provide: MAT_TOOLTIP_DEFAULT_OPTIONS,
  useValue: { showDelay: 500, hideDelay: 0, touchendHideDelay: 1_500, disableTooltipInteractivity: true },
};
