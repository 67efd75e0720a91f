/** How the dialogs of the console stand on the screen. */
export const DIALOG_LOOK = { width: '520px', maxWidth: '100vw', panelClass: 'full-on-phone' };
