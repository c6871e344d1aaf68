import { fill, line, type Pictogram, ring, shape } from './shape.ts';

const wave = (y: number) => `M1 ${y}Q4 ${y - 4} 8 ${y}Q12 ${y + 4} 16 ${y}Q20 ${y - 4} 23 ${y}`;
const dots = (...at: [x: number, y: number][]) => fill(at.map(([x, y]) => ring(x, y, 1)).join(''));
const legs = 'M6 14L6 21M9 14L9 21M14 14L14 21M17 14L17 21';
const crown = (x: number, y: number) =>
  `M${x - 7} ${y}Q${x - 8} ${y - 6} ${x - 4} ${y - 6}Q${x - 3} ${y - 10} ${x} ${y - 10}Q${x + 3} ${y - 10} ${x + 4} ${y - 6}Q${x + 8} ${y - 6} ${x + 7} ${y}Z`;

/** Water, sand, relief, plants and animals. What crosses the way lies across the box, and turns with it. */
export const natural: Readonly<Record<string, Pictogram>> = {
  river: [line(wave(7)), line(wave(12)), line(wave(17))],
  'dry-river': [line(wave(8)), line(wave(16)), line('M4 12L8 12M11 12L14 12M17 12L20 12')],
  ford: [line(wave(9)), line(wave(15)), line('M9 2L9 22M15 2L15 22')],
  'water-crossing': [line(wave(7)), line(wave(12)), line(wave(17)), line('M9 1L9 23M15 1L15 23')],
  pond: [shape('M3 12Q3 6 11 6Q21 5 21 12Q21 18 13 18Q3 19 3 12Z'), line('M7 12Q9.5 10 12 12Q14.5 14 17 12')],
  lake: [
    shape('M1 12Q1 4 10 4Q23 2 23 12Q23 20 14 20Q1 22 1 12Z'),
    line('M5 10Q7.5 8 10 10Q12.5 12 15 10M9 15Q11.5 13 14 15Q16.5 17 19 15'),
  ],
  wash: [line(wave(8)), line(wave(16))],
  'wash-bend': [line('M1 7Q14 6 16 22M1 15Q7 15 8 22')],
  'small-wadi': [line(wave(9)), line(wave(16)), dots([5, 12], [12, 13], [19, 12])],
  'big-wadi': [line(wave(5)), line(wave(20)), dots([4, 11], [10, 11], [15, 14], [20, 11], [6, 15], [19, 16])],
  'sandy-wadi': [
    line(wave(6)),
    line(wave(19)),
    dots([3, 10], [7, 10], [11, 12], [15, 13], [19, 11], [5, 14], [9, 15], [13, 16], [17, 16], [21, 14]),
  ],
  'plain-chott': [line('M1 18L23 18M3 13L10 13M14 13L21 13M7 8L17 8')],
  'sandy-plain': [line('M1 18L23 18'), dots([4, 13], [10, 13], [16, 13], [22, 13], [7, 8], [13, 8], [19, 8])],
  'big-bowl': [line('M1 6Q4 20 12 20Q20 20 23 6M4 12L8 11M6 16L9 14M12 20L12 16M18 16L15 14M20 12L16 11')],
  dune: [shape('M1 20Q9 18 14 5Q15 14 23 20Z'), line('M14 5Q10 13 15 20')],
  dunes: [
    shape('M6 16Q12 13 15 4Q17 11 23 16Z'),
    shape('M1 21Q6 19 9 10Q11 17 17 21Z'),
    line('M9 10Q7 16 10 21'),
  ],
  dunette: [line('M1 19Q3 18 5 12Q6 17 9 19Q11 18 13 12Q14 17 17 19Q18 18 19.5 14Q20.5 17 23 19')],
  'broken-dune': [shape('M1 20Q9 18 13 5L13 20Z'), line('M13 20L23 20M16 9L16 16M19 11L19 17')],
  undulations: [line('M1 15Q4 7 8 12Q11 17 14 12Q18 7 23 15')],
  hill: [shape('M1 20Q6 6 12 6Q18 6 23 20Z')],
  mountain: [shape('M1 21L9 4L13 12L16 8L23 21Z'), line('M6 11L9 13L11.5 9.5')],
  cliff: [line('M1 7L23 7M4 7L3 16M8 7L8 19M12 7L12 15M16 7L16 19M20 7L21 16')],
  rocks: [
    shape('M9 13L12 5L18 6L20 13Z'),
    shape('M1 21L4 13L9 12L12 17L11 21Z'),
    shape('M11 21L13 15L19 14L23 21Z'),
  ],
  ruts: [line('M8 1Q5 6 8 12Q11 18 8 23M16 1Q13 6 16 12Q19 18 16 23')],
  tree: [line('M12 14L12 22'), shape(ring(12, 9, 7))],
  'palm-tree': [
    line('M11 22Q14 15 12 9'),
    line('M12 9Q8 3 2 7M12 9Q6 8 4 14M12 9Q16 3 22 7M12 9Q18 8 20 14M12 9Q11 5 14 2'),
  ],
  shrub: [line('M12 22L12 16'), shape(crown(12, 17))],
  bush: [shape(crown(15, 17)), shape(crown(9, 21))],
  'tall-grass': [line('M5 22Q5 12 2 7M8 22Q8 10 9 4M12 22L12 8M16 22Q16 10 15 4M19 22Q19 12 22 7')],
  'camel-grass': [
    shape('M2 21Q12 11 22 21Z'),
    line('M7 17Q6 11 3 9M10 15Q10 8 8 5M14 15Q14 8 16 5M17 17Q18 11 21 9'),
  ],
  vegetation: [shape(crown(8, 14)), line('M8 14L8 22M17 22Q17 15 15 12M19 22L19 10M21 22Q21 15 23 12')],
  'animal-camel': [
    line(`${legs}M6 14L6 11Q8 5 10.5 10Q13 5 15 11L17 12L17 14Z`),
    line('M16 12Q19 14 20 6L23 7M6 12L4 16'),
  ],
  'animal-cow': [line(`${legs}M4 10L17 9L17 14L6 14ZM17 9L20 8L23 12L20 13M18 8L17 5M21 8L22 5M4 10L3 16`)],
  'animal-deer': [
    line(`${legs}M6 11L17 10L17 14L6 14ZM17 10L19 6L22 7M19 6L17 2M18 4L16 4M20 6L22 2M21 4L23 4`),
  ],
  'animal-horse': [line(`${legs}M5 10L16 10L17 14L6 14ZM16 10L19 4L23 8M5 10Q2 12 3 17`)],
  'animal-wolf': [line(`${legs}M6 12L17 12L17 15L6 15ZM17 12L18 8L20 10L23 11L20 13M6 12L2 8`)],
  'animal-bear': [line(`${legs}M4 15Q4 8 12 9L17 9Q17 6 20 7Q23 9 22 12L17 15Z`)],
};
