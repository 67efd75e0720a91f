import { Component, computed, input, linkedSignal } from '@angular/core';
import { hueOf } from './hue';
import { splitName } from './person-name';

/** Pictures that have been on screen: they are in the browser's memory and need no fading in. */
const SEEN = new Set<string>();

type PictureState = 'loading' | 'shown' | 'broken';

/** A person (circle) or room (rounded square): the picture, or letters on the identity hue. The name stands beside it. */
@Component({
  selector: 'app-avatar',
  host: {
    '[class.is-room]': "shape() === 'room'",
    '[class.is-gone]': 'isGone()',
    '[style.--size.px]': 'size()',
    '[style.background]': 'background()',
    '[style.color]': 'colour()',
    'aria-hidden': 'true',
  },
  template: `
    @if (picture() !== 'shown') {
      <!-- Drawn by CSS: the letters are a picture, not text that a name beside them would have to repeat. -->
      <span [class.later]="picture() === 'loading'" [attr.data-letters]="letters()"></span>
    }
    @if (imageUrl(); as url) {
      @if (picture() !== 'broken') {
        <img
          [src]="url"
          [class.waiting]="picture() === 'loading'"
          alt=""
          decoding="async"
          (load)="show(url)"
          (error)="picture.set('broken')"
        />
      }
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
  /** Of somebody whose account is deactivated: a hollow circle. The word stands beside it. */
  readonly isGone = input(false);

  protected readonly picture = linkedSignal<PictureState>(() => {
    const url = this.imageUrl();
    if (url === undefined) return 'broken';
    return SEEN.has(url) ? 'shown' : 'loading';
  });
  protected readonly letters = computed(() => initials(this.name(), this.shape() === 'room' ? 1 : 2));
  private readonly hue = computed(() => hueOf(this.id()));
  protected readonly background = computed(() =>
    this.isGone() ? 'var(--ground, var(--app-panel))' : `var(--app-hue-${this.hue()})`,
  );
  protected readonly colour = computed(() => (this.isGone() ? 'var(--app-faint)' : `var(--app-on-hue-${this.hue()})`));

  protected show(url: string): void {
    SEEN.add(url);
    this.picture.set('shown');
  }
}

/** The first letters of up to `count` words; of a Chinese name, also of one with a translation beside it, the first character. */
export function initials(name: string, count: number): string {
  const words = splitName(name).main.trim().split(/\s+/u).slice(0, count);
  const [first = '?'] = words[0] ?? '?';
  if (/\p{Script=Han}/u.test(first)) return first;
  return (
    words
      .map((word) => [...word][0] ?? '')
      .join('')
      .toUpperCase() || '?'
  );
}
