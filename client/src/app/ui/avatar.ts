import { Component, computed, input } from '@angular/core';
import { hueOf } from './hue';

/** A person (circle) or room (rounded square): the picture, or letters on the identity hue. The name stands beside it. */
@Component({
  selector: 'app-avatar',
  host: {
    '[class.is-room]': "shape() === 'room'",
    '[style.--size.px]': 'size()',
    '[style.background]': 'background()',
    '[style.color]': 'colour()',
    'aria-hidden': 'true',
  },
  template: `
    @if (imageUrl(); as url) {
      <img [src]="url" alt="" decoding="async" />
    } @else {
      <!-- Drawn by CSS: the letters are a picture, not text that a name beside them would have to repeat. -->
      <span [attr.data-letters]="letters()"></span>
    }
    @if (presence(); as state) {
      <i [class]="state"></i>
    }
  `,
  styleUrl: './avatar.scss',
})
export class Avatar {
  readonly id = input.required<string>();
  readonly name = input.required<string>();
  readonly imageUrl = input<string>();
  readonly shape = input<'person' | 'room'>('person');
  readonly size = input(40);
  readonly presence = input<'online' | 'offline'>();

  protected readonly letters = computed(() => initials(this.name(), this.shape() === 'room' ? 1 : 2));
  private readonly hue = computed(() => hueOf(this.id()));
  protected readonly background = computed(() => `var(--app-hue-${this.hue()})`);
  protected readonly colour = computed(() => `var(--app-on-hue-${this.hue()})`);
}

/** The first letters of up to `count` words; of a Chinese name the first character. */
export function initials(name: string, count: number): string {
  const words = name.trim().split(/\s+/u).slice(0, count);
  const [first = '?'] = words[0] ?? '?';
  if (/\p{Script=Han}/u.test(first)) return first;
  return (
    words
      .map((word) => [...word][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}
