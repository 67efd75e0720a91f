import type { Picker } from 'emoji-picker-element';
import type { FoundEmoji } from './emoji-search';

export const FOUND_LOOKS = `
  .found { flex: 1; align-content: flex-start; min-height: 0; padding-block: 8px; overflow-y: auto; }
  :host(.finds) :is(.nav, .indicator-wrapper, .tabpanel) { display: none; }
`;

/** Shows emoji in the place of those that the picker shows; none for its own again. */
export function showFound(picker: Picker, found: readonly FoundEmoji[], pick: (emoji: string) => void): void {
  picker.classList.toggle('finds', found.length > 0);
  picker.shadowRoot?.querySelector('.found')?.remove();
  if (found.length === 0) return;
  const list = document.createElement('div');
  list.className = 'found emoji-menu';
  list.role = 'group';
  list.ariaLabel = picker.i18n.searchResultsLabel;
  list.append(...found.map((one) => buttonFor(one, pick)));
  picker.shadowRoot?.querySelector('.tabpanel')?.after(list);
}

function buttonFor({ emoji, name }: FoundEmoji, pick: (emoji: string) => void): HTMLButtonElement {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'emoji', title: name, ariaLabel: name, textContent: emoji });
  button.addEventListener('click', () => pick(emoji));
  return button;
}
