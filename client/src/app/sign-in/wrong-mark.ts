import { Component } from '@angular/core';
import { Icon } from '../ui/icon';

/** The sign at the end of a field, seen when it is wrong; the words about it stand below. */
@Component({
  selector: 'app-wrong-mark',
  imports: [Icon],
  template: `<app-icon name="error-fill" />`,
  styles: `
    :host {
      display: none;
      margin-right: 14px;
      color: var(--mat-sys-error);
    }
    :host-context(.mat-form-field-invalid) {
      display: flex;
    }
  `,
})
export class WrongMark {}
