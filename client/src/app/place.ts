import { computed, inject, Injectable, signal } from '@angular/core';
import { NavigationEnd, PRIMARY_OUTLET, Router } from '@angular/router';
import { SessionStore } from './sign-in/session-store';

export type Section = 'home' | 'rooms' | 'room' | 'settings' | 'admin' | 'other';

/** Where in the product the address points. */
@Injectable({ providedIn: 'root' })
export class Place {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly current = signal(this.router.url);
  /** As the address has it, with what follows the path. */
  readonly url = this.current.asReadonly();
  private readonly tree = computed(() => this.router.parseUrl(this.url()));
  private readonly path = computed(
    () => this.tree().root.children[PRIMARY_OUTLET]?.segments.map(({ path }) => path) ?? [],
  );

  readonly section = computed<Section>(() => {
    const [first] = this.path();
    if (first === undefined) return 'home';
    if (first === 'r') return 'room';
    // To others there is no such place.
    if (first === 'admin') return this.session.isAdmin() ? 'admin' : 'other';
    return first === 'rooms' || first === 'settings' ? first : 'other';
  });
  readonly room = computed(() => (this.section() === 'room' ? this.path()[1] : undefined));
  readonly post = computed(() => (this.isTopic() ? this.path()[3] : undefined));
  /** The username of the person whose page it is. */
  readonly person = computed(() => (this.path()[0] === 'u' ? this.path()[1] : undefined));
  /** The message that a permalink points at. */
  readonly seq = computed(() => {
    const seq = Number(this.path()[this.isTopic() ? 4 : 2]);
    return Number.isInteger(seq) && seq > 0 ? seq : undefined;
  });
  /** On a phone one pane shows at a time: is it the list? */
  readonly showsList = computed(() => {
    const pane: unknown = this.tree().queryParams['pane'];
    if (this.section() === 'rooms') return pane !== 'browse';
    if (this.section() === 'settings' || this.section() === 'admin') return this.path().length === 1;
    return this.section() === 'room' && pane === 'posts';
  });

  constructor() {
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.current.set(event.urlAfterRedirects);
    });
  }

  private isTopic(): boolean {
    return this.section() === 'room' && this.path()[2] === 'p';
  }
}
