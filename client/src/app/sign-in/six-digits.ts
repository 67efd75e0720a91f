import { Validators } from '@angular/forms';

/** A code that came by mail; blanks between the digits do no harm. */
export const SIX_DIGITS = Validators.pattern(/^\s*(?:\d\s*){6}$/u);
