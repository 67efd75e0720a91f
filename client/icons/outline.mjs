/** A font's path (y upwards, many decimals) as a short one for the viewBox `0 -960 960 960`: whole units, from point to point. */
export function outline(path) {
  let pen = [0, 0];
  let start = pen;
  const steps = [...path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)].map(([, command, numbers]) => {
    if (command === 'Z') {
      pen = start;
      return 'z';
    }
    const points = pairs(numbers);
    const step = command === 'M' ? `M${points[0].join(' ')}` : relative(command, points, pen);
    pen = points.at(-1);
    if (command === 'M') start = pen;
    return step;
  });
  return steps.join('').replaceAll(' -', '-');
}

function pairs(numbers) {
  const values = numbers.split(/[ ,]+/).map((value) => Math.round(Number(value)));
  return Array.from({ length: values.length / 2 }, (_, index) => [values[2 * index], 0 - values[2 * index + 1]]);
}

function relative(command, points, [fromX, fromY]) {
  const moves = points.map(([x, y]) => [x - fromX, y - fromY]);
  if (command !== 'L') return `${command.toLowerCase()}${moves.flat().join(' ')}`;
  const [[x, y]] = moves;
  if (x === 0) return y === 0 ? '' : `v${y}`;
  return y === 0 ? `h${x}` : `l${x} ${y}`;
}
