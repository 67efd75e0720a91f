import { fnv1a, hueOf } from '../ui/hue';

export interface ArchPattern {
  ground: string;
  shapes: { path: string; fill: string }[];
}

/** A ground and five tones for what stands on it, one palette a hue. They are artwork: the same in light and dark. */
const PALETTES = [
  ['#005642', '#00664e', '#007a5d', '#8dd5bc', '#c8ecdd', '#ffcf90'],
  ['#00324d', '#003b5a', '#005078', '#4f9bd0', '#99e3f0', '#b4dcff'],
  ['#4a2f00', '#694400', '#8a5c00', '#e09a2b', '#ffcf90', '#ffe3bd'],
  ['#5f1f1a', '#82312b', '#a4463e', '#e0786d', '#ffcbc5', '#ffcf90'],
  ['#3f285a', '#5a3f76', '#73569a', '#a883cf', '#e8cdff', '#ffcf90'],
  ['#2a3c06', '#3c530d', '#52701a', '#86a63f', '#c4e28d', '#e6f3c4'],
  ['#00363c', '#00545d', '#00747f', '#2b93a3', '#99e3f0', '#e4fbff'],
  ['#5d2345', '#77335a', '#9b4a78', '#ff9cc8', '#ffc8e1', '#ffcf90'],
] as const;
/** People all live in the house: their patterns have its colours. */
const HOUSE = ['#003d2d', '#005642', '#007a5d', '#8dd5bc', '#c8ecdd', '#ffb236'] as const;

const CELL = 48;
const COLUMNS = 10;
const ROWS = 3;
/** Every second one is a door, and some of the doors stand open. */
const SHAPES = ['tile', 'half', 'disc', 'door', 'door', 'open door'] as const;

/** What a pattern stands for. */
export type ArchSubject = 'room' | 'person';

/** The pattern of a seed: a grid of doors, half doors, discs and tiles. */
export function arches(seed: string, subject: ArchSubject): ArchPattern {
  const random = sequence(fnv1a(seed));
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const [ground, ...tones] = subject === 'person' ? HOUSE : (PALETTES[hueOf(seed) - 1] ?? PALETTES[0]);
  const shapes: ArchPattern['shapes'] = [];
  for (let cell = 0; cell < COLUMNS * ROWS; cell += 1) {
    const [x, y] = [(cell % COLUMNS) * CELL, Math.floor(cell / COLUMNS) * CELL];
    const shape = pick(SHAPES);
    shapes.push({ path: outline(shape, x + 7, y + 10), fill: pick(tones) });
    if (shape === 'open door') shapes.push({ path: door(x + 14, y + 25, 10), fill: pick(tones) });
  }
  return { ground, shapes };
}

function outline(shape: (typeof SHAPES)[number], x: number, y: number): string {
  switch (shape) {
    case 'tile':
      return `M${x} ${y + 6}a6 6 0 0 1 6-6h22a6 6 0 0 1 6 6v22a6 6 0 0 1-6 6h-22a6 6 0 0 1-6-6z`;
    case 'disc':
      return `M${x} ${y + 17}a17 17 0 1 1 34 0a17 17 0 1 1-34 0z`;
    case 'half':
      return `M${x} ${y}h17a17 17 0 0 1 0 34h-17z`;
    default:
      return door(x, y + 14, 17);
  }
}

/** A door whose arch begins at a height and which reaches down to the end of its cell. */
function door(x: number, y: number, radius: number): string {
  const floor = (Math.floor(y / CELL) + 1) * CELL;
  return `M${x} ${floor}V${y}a${radius} ${radius} 0 0 1 ${2 * radius} 0V${floor}z`;
}

/** Mulberry32: a small, well spread sequence of numbers from 0 to 1. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
