import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormControl } from '@angular/forms';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { MatTooltip } from '@angular/material/tooltip';
import { By } from '@angular/platform-browser';
import { describe, expect, it } from '@jest/globals';
import { Lightbox } from '../attachments/lightbox';
import { PasswordField } from '../sign-in/password-field';

/** How long the tooltips of a component wait, in milliseconds, where no page stands around it. */
async function delays(component: Type<unknown>, inputs: Record<string, unknown>): Promise<number[]> {
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture.debugElement
    .queryAll(By.directive(MatTooltip))
    .map((element) => element.injector.get(MatTooltip).showDelay);
}

describe('tooltips wait until one stays', () => {
  it('in the lightbox, which opens above every page', async () => {
    const picture = { id: 'picture', name: 'site.jpg', url: '/site.jpg', mime: 'image/jpeg', size: 1, state: 'ready' };
    TestBed.configureTestingModule({
      providers: [{ provide: MAT_DIALOG_DATA, useValue: { pictures: [picture], index: 0 } }],
    });
    expect(new Set(await delays(Lightbox, {}))).toEqual(new Set([500]));
  });

  it('at a password, also before one is inside', async () => {
    expect(await delays(PasswordField, { control: new FormControl('') })).toEqual([500]);
  });
});
