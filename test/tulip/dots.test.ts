import { expect, test } from 'vitest';
import { type Dots, fillAround, fillInside, newDots, setDot, strokeDots } from '../../src/tulip/dots.ts';

function rowsOf({ ink, width, height }: Dots): string[] {
  return Array.from({ length: height }, (_, y) =>
    [...ink.subarray(y * width, (y + 1) * width)].map((dot) => (dot ? '#' : '.')).join(''),
  );
}

test('nothing outside the grid is painted', () => {
  const dots = newDots(4, 3, 1);
  for (const [x, y] of [
    [-1, 1],
    [4, 1],
    [1, -1],
    [1, 3],
  ] as const)
    setDot(dots, x, y, 'route');
  expect(rowsOf(dots)).toEqual(['....', '....', '....']);
});

test('a line is as wide as it should be and has no staircase', () => {
  const dots = newDots(8, 8, 1);
  strokeDots(
    dots,
    [
      [0.5, 0.5],
      [7.5, 7.5],
    ],
    'road',
    1,
  );
  expect(rowsOf(dots)).toEqual([
    '#.......',
    '.#......',
    '..#.....',
    '...#....',
    '....#...',
    '.....#..',
    '......#.',
    '.......#',
  ]);
  const wide = newDots(6, 3, 1);
  strokeDots(
    wide,
    [
      [3, 0],
      [3, 3],
    ],
    'route',
    2,
  );
  expect(rowsOf(wide)).toEqual(['..##..', '..##..', '..##..']);
});

test('dashes and dots leave gaps', () => {
  const dots = newDots(12, 2, 1);
  strokeDots(
    dots,
    [
      [0, 0.5],
      [12, 0.5],
    ],
    'road',
    1,
    [3, 2],
  );
  strokeDots(
    dots,
    [
      [0, 1.5],
      [12, 1.5],
    ],
    'road',
    1,
    [0, 3],
  );
  expect(rowsOf(dots)).toEqual(['###..###..##', '#..#..#..#..']);
});

test('areas are filled; dots that are twice as tall as wide keep the shape', () => {
  const square = newDots(6, 6, 1);
  fillInside(
    square,
    [
      [1, 1],
      [5, 1],
      [5, 5],
      [1, 5],
    ],
    'route',
  );
  expect(rowsOf(square)).toEqual(['......', '.####.', '.####.', '.####.', '.####.', '......']);
  const tall = newDots(6, 3, 2);
  fillAround(tall, [[3, 3]], 2.5, 'route');
  expect(rowsOf(tall)).toEqual(['..##..', '.####.', '..##..']);
});
