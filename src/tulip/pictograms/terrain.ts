import { fill, line, type Pictogram, ring, shape } from './shape.ts';

const up = (x: number) => `M${x} 14L${x} 3M${x - 3} 7L${x} 3L${x + 3} 7`;
const down = (x: number) => `M${x} 3L${x} 14M${x - 3} 10L${x} 14L${x + 3} 10`;
const narrowing = line('M5 1L5 5Q9 9 9 12Q9 15 5 19L5 23M19 1L19 5Q15 9 15 12Q15 15 19 19L19 23');
const winding = line('M12 23Q3 19 10 14Q20 10 13 6Q10 4 12 1');

/** What the ground does, seen from the side: the crew comes from the left. */
export const terrain: Readonly<Record<string, Pictogram>> = {
  bump: [line('M1 18L6 18Q12 4 18 18L23 18')],
  dip: [line('M1 8L6 8Q12 22 18 8L23 8')],
  compression: [line('M1 6Q12 28 23 6M12 2L12 11M9 8L12 11L15 8')],
  ditch: [line('M1 8L8 8L12 20L16 8L23 8')],
  bumpy: [line('M1 16Q4 6 6 14Q9 6 12 14Q15 6 18 14Q20 6 23 16')],
  'bumpy-broken': [line('M1 15L5 8L7 16L11 6L14 17L18 8L20 15L23 12')],
  summit: [line('M1 20Q8 19 12 6Q16 19 23 20M12 6L12 1L17 3L12 4')],
  step: [line('M1 19L9 19L9 12L16 12L16 5L23 5')],
  'step-up': [line('M1 20L13 20L13 9L23 9'), line(up(6))],
  'step-down': [line('M1 9L11 9L11 20L23 20'), line(down(18))],
  uphill: [line('M1 21L23 10'), line('M4 13L15 7M10.5 5.5L15 7L14 11.5')],
  downhill: [line('M1 10L23 21'), line('M9 7L20 13M19 8.5L20 13L15.5 14')],
  'concrete-pass': [shape('M1 8L23 8L23 16L1 16Z'), line('M4 16L8 8M10 16L14 8M16 16L20 8')],
  'sand-pit': [
    shape('M1 13Q2 6 12 6Q22 6 23 13Q22 20 12 20Q2 20 1 13Z'),
    fill([ring(7, 12, 1), ring(12, 10, 1), ring(17, 12, 1), ring(10, 15, 1), ring(15, 16, 1)].join('')),
  ],
  hole: [line('M1 8L7 8L8 19L16 19L17 8L23 8')],
  collapse: [line('M1 7L12 7L10 10L13 13L11 16L14 20L23 20'), shape('M17 9L20 8L21 11L18 12Z')],
  'left-over-crest': [line('M1 21Q12 3 23 21M17 6L5 6M9 2L5 6L9 10')],
  'right-over-crest': [line('M1 21Q12 3 23 21M7 6L19 6M15 2L19 6L15 10')],
  'lateral-inclination-left': [line('M2 21L22 13'), shape('M7 17L5 11L15 7L17 13Z')],
  'lateral-inclination-right': [line('M22 21L2 13'), shape('M17 17L19 11L9 7L7 13Z')],
  'cut-danger-left': [line('M13 1L13 23M13 4L6 4M13 9L6 9M13 14L6 14M13 19L6 19')],
  'cut-danger-right': [line('M11 1L11 23M11 4L18 4M11 9L18 9M11 14L18 14M11 19L18 19')],
  'narrow-passage': [narrowing],
  narrow: [narrowing],
  'parallel-tracks': [line('M8 1L8 23M16 1L16 23')],
  'winding-track': [winding],
  'winding-main-track': [winding, line('M16 23Q7 19 14 14Q24 10 17 6Q14 4 16 1')],
  twisty: [winding],
  towards: [line('M12 22L12 3M6 9L12 3L18 9')],
  leave: [line('M6 22L6 14Q6 9 11 9L20 9M15 4L20 9L15 14')],
};
