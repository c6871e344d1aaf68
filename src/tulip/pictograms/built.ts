import { fill, line, type Pictogram, ring, shape, text } from './shape.ts';

const pump: Pictogram = [
  shape('M4 22L4 3L14 3L14 22Z'),
  line('M7 6L11 6L11 10L7 10ZM2 22L16 22M14 12L17 12L17 18Q18.5 21 20 18L20 9L17 6'),
];

/** What people have built. What crosses the way lies across the box, and turns with it. */
export const built: Readonly<Record<string, Pictogram>> = {
  house: [shape('M4 21L4 11L12 3L20 11L20 21Z'), line('M10 21L10 15L14 15L14 21')],
  buildings: [
    shape('M2 21L2 9L11 9L11 21Z'),
    shape('M11 21L11 3L21 3L21 21Z'),
    line('M14 8L18 8M14 13L18 13M5 14L8 14'),
  ],
  village: [
    shape('M12 14L12 7L16.5 3L21 7L21 14Z'),
    shape('M2 21L2 14L7 9L12 14L12 21Z'),
    shape('M13 21L13 16L18 12L23 16L23 21Z'),
  ],
  ruins: [
    line('M2 21L2 7L5 7L5 11L8 9L10 14L13 12L15 16L18 13L18 9L21 9L21 21Z'),
    line('M8 21L8 17L12 17L12 21'),
  ],
  'fort-castle': [
    shape('M3 21L3 5L7 5L7 8L10 8L10 5L14 5L14 8L17 8L17 5L21 5L21 21Z'),
    line('M9 21L9 17Q9 13 12 13Q15 13 15 17L15 21'),
  ],
  church: [shape('M5 22L5 14L12 8L19 14L19 22Z'), line('M12 8L12 1M9 4L15 4M12 22L12 17')],
  mosque: [
    shape('M3 22L3 14Q3 8 9.5 6Q16 8 16 14L16 22Z'),
    shape('M18.5 22L18.5 7L20.5 3L22.5 7L22.5 22Z'),
    line('M8 3Q9.5 5 11 3M9.5 6L9.5 4'),
  ],
  cemetery: [
    shape('M5 21L5 10Q5 3 12 3Q19 3 19 10L19 21Z'),
    line('M2 21L22 21M12 7L12 17M8.5 10.5L15.5 10.5'),
  ],
  monument: [shape('M9 18L10.5 6L12 2L13.5 6L15 18Z'), shape('M6 22L6 18L18 18L18 22Z')],
  tower: [shape('M8 22L9.5 9L14.5 9L16 22Z'), shape('M6 9L6 3L18 3L18 9Z')],
  antenna: [
    line('M12 22L12 7M6 22L12 9L18 22M8.5 15L15.5 15M8 2Q5 6 8 10M16 2Q19 6 16 10'),
    fill(ring(12, 6, 1.5)),
  ],
  'water-tank': [line('M7 22L7 13M17 22L17 13M7 18L17 18'), shape('M4 13L4 4L20 4L20 13Z')],
  'water-trough': [shape('M2 10L5 20L19 20L22 10Z'), line('M5 13Q8.5 10.5 12 13Q15.5 15.5 19 13')],
  well: [line('M7 14L7 8M17 14L17 8M12 8L12 14'), shape('M5 21L5 14L19 14L19 21Z'), shape('M3 8L12 2L21 8Z')],
  canal: [line('M1 5L23 5M1 19L23 19M3 12Q6 8 10 12Q13 16 17 12Q19 10 21 12')],
  'concrete-in-water': [
    line('M1 6Q4 3 8 6Q12 9 16 6Q20 3 23 6M1 20Q4 17 8 20Q12 23 16 20Q20 17 23 20'),
    shape('M2 10L22 10L22 16L2 16Z'),
  ],
  bridge: [line('M4 1Q8 4 8 8L8 16Q8 20 4 23M20 1Q16 4 16 8L16 16Q16 20 20 23')],
  'above-bridge': [line('M4 1Q8 4 8 8L8 16Q8 20 4 23M20 1Q16 4 16 8L16 16Q16 20 20 23')],
  'under-bridge': [line('M1 4Q4 8 8 8L16 8Q20 8 23 4M1 20Q4 16 8 16L16 16Q20 16 23 20')],
  tunnel: [shape('M2 21L2 12Q2 3 12 3Q22 3 22 12L22 21Z'), fill('M6 21L6 13Q6 7 12 7Q18 7 18 13L18 21Z')],
  railroad: [line('M1 9L23 9M1 15L23 15M4 6L4 18M9 6L9 18M15 6L15 18M20 6L20 18')],
  pipeline: [line('M1 9L23 9M1 15L23 15M7 6L7 18M17 6L17 18')],
  'electric-line': [
    line('M1 9Q4 11 7 7M7 7Q12 12 17 7M17 7Q20 11 23 9M7 21L7 4M17 21L17 4M4 7L10 7M14 7L20 7'),
  ],
  'electric-pole': [line('M12 22L12 2M6 6L18 6M6 6L6 9M18 6L18 9M8 11L16 11')],
  'high-voltage-line': [
    line('M6 22L11 2L13 2L18 22M3 8L21 8M5 13L19 13M8 16L16 19M16 16L8 19'),
    line('M3 8L3 10M21 8L21 10'),
  ],
  fence: [line('M1 10L23 10M1 16L23 16M5 5L5 21M12 5L12 21M19 5L19 21')],
  'barbed-wire-fence': [
    line('M1 12L23 12M4 9L8 15M8 9L4 15M10.5 9L14.5 15M14.5 9L10.5 15M17 9L21 15M21 9L17 15'),
  ],
  corral: [line('M12 3L21 8L21 16L12 21L3 16L3 8ZM12 6L18 9.5L18 14.5L12 18L6 14.5L6 9.5Z')],
  gate: [line('M3 4L3 21M21 4L21 21M3 8L21 8M3 18L21 18M3 18L21 8')],
  'gate-barrier': [line('M5 22L5 8M2 22L8 22M5 11L22 11M5 14L22 14M22 11L22 14M10 14L12 11M15 14L17 11')],
  wall: [
    shape('M1 6L23 6L23 18L1 18Z'),
    line('M1 12L23 12M9 6L9 12M16 6L16 12M5 12L5 18M12 12L12 18M19 12L19 18'),
  ],
  'low-wall': [
    shape('M1 10L23 10L23 18L1 18Z'),
    line('M1 14L23 14M9 10L9 14M16 10L16 14M5 14L5 18M12 14L12 18M19 14L19 18'),
  ],
  'wall-gate': [
    shape('M1 6L7 6L7 18L1 18Z'),
    shape('M17 6L23 6L23 18L17 18Z'),
    line('M1 12L7 12M17 12L23 12M7 8L17 16M7 16L17 8'),
  ],
  'cattle-guard': [shape('M2 7L22 7L22 17L2 17Z'), line('M6 7L6 17M10 7L10 17M14 7L14 17M18 7L18 17')],
  cairn: [
    shape('M5 21Q1 17 6 15L18 15Q23 17 19 21Z'),
    shape('M8 15Q5 11 9 10L15 10Q19 11 16 15Z'),
    shape('M10 10Q8 6 12 4Q16 6 14 10Z'),
  ],
  post: [shape('M10 22L10 3L14 3L14 22Z'), line('M7 22L17 22')],
  'pointy-sign': [line('M8 22L8 2'), shape('M4 4L17 4L22 8L17 12L4 12Z')],
  billboard: [line('M7 14L7 22M17 14L17 22'), shape('M2 3L22 3L22 14L2 14Z'), line('M6 7L18 7M6 10L14 10')],
  barrel: [shape('M5 4Q12 2 19 4L19 20Q12 22 5 20Z'), line('M5 9Q12 11 19 9M5 15Q12 17 19 15')],
  tyre: [shape(ring(12, 12, 10)), line(ring(12, 12, 5))],
  mine: [line('M4 21L17 6M20 21L7 6M14 3L20 9M10 3L4 9')],
  pumpjack: [line('M3 22L21 22M8 22L12 10L16 22M4 13L20 7M20 7Q23 10 20 13L20 22M4 13L4 18')],
  'petrol-station': pump,
  'fuel-petrol': pump,
  'fuel-diesel': [...pump, text('D', 8, [9, 16])],
  'notable-element': [shape('M12 2L14.5 9.5L22 9.5L16 14L18.5 21.5L12 17L5.5 21.5L8 14L2 9.5L9.5 9.5Z')],
  beer: [shape('M5 7L16 7L15 22L6 22Z'), line('M16 10Q21 10 20 14Q19 18 15.5 18M5 7Q6 3 10 4Q14 2 16 7')],
};
