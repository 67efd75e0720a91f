import { Directive, ElementRef, inject, input } from '@angular/core';
import type { User } from '#contracts/user.dto.js';
import { ProfileCards } from './profile-cards';

/** A person's name in a list: opens their card; with a modifier or another button the link leads to their page, as links do. */
@Directive({
  selector: 'a[appProfileCard]',
  host: { '[attr.href]': "'/u/' + appProfileCard().username", 'aria-haspopup': 'dialog', '(click)': 'open($event)' },
})
export class ProfileCardLink {
  readonly appProfileCard = input.required<User>();
  private readonly cards = inject(ProfileCards);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected open(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.cards.open(this.appProfileCard(), this.element);
  }
}
