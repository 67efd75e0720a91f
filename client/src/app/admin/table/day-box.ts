import { Component, input, model } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';

/** One day, as the browser lets one choose it: `2026-06-03`, empty when there is none. */
@Component({
  selector: 'app-day-box',
  imports: [MatFormFieldModule, MatInputModule],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <input matInput type="date" [value]="day()" #box (change)="day.set(box.value)" />
    </mat-form-field>
  `,
  styles: `
    mat-form-field {
      width: 100%;
    }

    /* Material hides the button that opens the calendar, and cuts the line as high as digits are. */
    input::-webkit-calendar-picker-indicator {
      display: block;
    }

    input[type='date'].mat-mdc-input-element {
      height: 23px;
    }
  `,
})
export class DayBox {
  readonly label = input.required<string>();
  readonly day = model.required<string>();
}
