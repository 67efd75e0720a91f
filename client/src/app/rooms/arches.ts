import { fnv1a, hueOf } from '../ui/hue';

export interface ArchPattern {
  ground: string;
  shapes: { path: string; fill: string }[];
}

/** Ground, three tones of the hue and one that stands out. They are artwork: the same in light and dark. */
const PALETTES = [
  ['#005642', '#007a5d', '#00664e', '#8dd5bc', '#ffcf90'],
  ['#00344f', '#005078', '#0b6ea0', '#77b9ee', '#c5f0ff'],
  ['#4b3000', '#7a5200', '#8f6100', '#e09a2b', '#ffe0b0'],
  ['#5c1b17', '#82312b', '#a4433c', '#ffb4ac', '#ffcf90'],
  ['#3b2356', '#5a3f76', '#74569a', '#d6b3f5', '#ffcf90'],
  ['#263800', '#3c530d', '#54701f', '#a3c260', '#e4f2bd'],
  ['#00373e', '#00545d', '#00707c', '#7fd0de', '#e2faff'],
  ['#551d3e', '#77335a', '#93486f', '#ff9fc9', '#ffcf90'],
] as const;

const CELL = 48;
const COLUMNS = 10;
const ROWS = 3;

/** The pattern of a seed: a grid of doors, half doors, discs and tiles. */
export function arches(seed: string): ArchPattern {
  const random = sequence(fnv1a(seed));
  const palette = PALETTES[hueOf(seed) - 1] ?? PALETTES[0];
  const shapes: ArchPattern['shapes'] = [];
  for (let cell = 0; cell < COLUMNS * ROWS; cell += 1) {
    const [x, y] = [(cell % COLUMNS) * CELL + 7, Math.floor(cell / COLUMNS) * CELL + 10];
    const fill = palette[random() < 0.1 ? 4 : 1 + Math.floor(random() * 3)] ?? palette[1];
    const shape = Math.floor(random() * 5);
    shapes.push({ path: outline(shape, x, y, 34), fill });
    if (shape === 4) shapes.push({ path: outline(3, x + 8, y + 12, 18), fill: palette[random() < 0.3 ? 4 : 1] });
  }
  return { ground: palette[0], shapes };
}

function outline(shape: number, x: number, y: number, size: number): string {
  const half = size / 2;
  switch (shape) {
    case 0:
      return `M${x} ${y + 6}a6 6 0 0 1 6-6h${size - 12}a6 6 0 0 1 6 6v${size - 12}a6 6 0 0 1-6 6h-${size - 12}a6 6 0 0 1-6-6z`;
    case 1:
      return `M${x} ${y + half}a${half} ${half} 0 1 1 ${size} 0a${half} ${half} 0 1 1-${size} 0z`;
    case 2:
      return `M${x} ${y}h${half}a${half} ${half} 0 0 1 0 ${size}h-${half}z`;
    default:
      return `M${x} ${y + size + 4}v-${half + 4}a${half} ${half} 0 0 1 ${size} 0v${half + 4}z`;
  }
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
