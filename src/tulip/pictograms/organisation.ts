import { fill, line, type Pictogram, ring, shape, text } from './shape.ts';

const exclamation = (x: number, top = 2) =>
  fill(`M${x - 2} ${top}L${x + 2} ${top}L${x + 1} ${top + 13}L${x - 1} ${top + 13}Z${ring(x, top + 18, 2)}`);
const frame = line('M1 1L23 1L23 23L1 23Z');
const circle = shape(ring(12, 12, 10));
const framed = (letters: string): Pictogram => [
  shape('M1 5L23 5L23 19L1 19Z'),
  text(letters, Math.min(11, 29 / letters.length)),
];
const waypoint = (letter: string): Pictogram => [circle, text(letter, 12)];
const flag = line('M4 23L4 1');
const cross = fill('M9 3L15 3L15 9L21 9L21 15L15 15L15 21L9 21L9 15L3 15L3 9L9 9Z');
const tent = shape('M1 21L12 4L23 21Z');
const triangle = shape('M12 2L23 21L1 21Z');
const camera: Pictogram = [shape('M1 7L7 7L9 4L15 4L17 7L23 7L23 20L1 20Z'), line(ring(12, 13, 4))];

/** What the organiser puts there, and road signs. */
export const organisation: Readonly<Record<string, Pictogram>> = {
  'danger-1': [exclamation(12)],
  'danger-2': [exclamation(8), exclamation(16)],
  'danger-3': [exclamation(5), exclamation(12), exclamation(19)],
  'danger-1-global': [frame, exclamation(12, 2)],
  'danger-2-global': [frame, exclamation(8, 2), exclamation(16, 2)],
  'danger-3-global': [frame, exclamation(5, 2), exclamation(12, 2), exclamation(19, 2)],
  stop: [shape('M7.5 1L16.5 1L23 7.5L23 16.5L16.5 23L7.5 23L1 16.5L1 7.5Z'), text('STOP', 7.5)],
  'reset-distance': framed('0.00'),
  modification: framed('MODIF'),
  'new-note': framed('NEW'),
  animals: [triangle, line('M8 15L15 15M8 15L8 19M15 15L15 19M15 15L17 11')],
  'protected-area': [circle, line('M12 18L12 12'), fill('M12 5L16 13L8 13Z')],
  'restricted-area': [circle, line('M5 19L19 5')],
  camp: [tent, line('M12 4L12 11M12 11L8 21M12 11L16 21')],
  'native-camp': [shape('M1 21Q8 17 12 6Q16 17 23 21Z'), line('M12 6L10 2M12 6L14 2M12 21L12 14')],
  photo: camera,
  media: camera,
  'media-end': [...camera, line('M2 23L22 2')],
  spectators: [
    line(
      `${ring(6, 8, 2.5)}${ring(18, 8, 2.5)}${ring(12, 6, 2.5)}M2 20Q2 12 6 12Q8 12 9 14M22 20Q22 12 18 12Q16 12 15 14M8 21Q8 11 12 11Q16 11 16 21`,
    ),
  ],
  helicopter: [circle, text('H', 14)],
  medical: [cross],
  'fire-engine': [
    shape('M1 9L16 9L16 18L1 18Z'),
    shape('M16 11L20 11L23 14L23 18L16 18Z'),
    shape(ring(6, 18, 2.5)),
    shape(ring(18, 18, 2.5)),
    line('M2 5L17 5M5 5L5 9M9 5L9 9M13 5L13 9'),
  ],
  police: framed('POL'),
  'fuel-zone': [
    shape('M4 22L4 3L14 3L14 22Z'),
    fill('M6.5 6L11.5 6L11.5 11L6.5 11Z'),
    line('M2 22L16 22M14 12L17 12L17 18Q18.5 21 20 18L20 9L17 6'),
  ],
  'service-zone': [line('M5 20L14 11M19 3Q13 2 13 8Q13 11 16 11Q22 11 21 5L18 8L16 6ZM3 18L6 21')],
  'tyre-marking-zone': [shape(ring(12, 12, 10)), line(`${ring(12, 12, 5)}M12 2L12 7`)],
  'end-zone': [circle, line('M5 5L19 19M5 19L19 5')],
  'wait-for-restart': [circle, line('M12 5L12 12L17 14')],
  'stop-for-restart': [circle, line('M9 7L9 17M15 7L15 17')],
  'time-control': [circle, line('M12 5L12 12L17 14')],
  checkpoint: framed('CP'),
  'start-selective-section': [flag, shape('M4 2L21 2L17 7L21 12L4 12Z')],
  'finish-selective-section': [
    flag,
    shape('M4 2L20 2L20 12L4 12Z'),
    fill('M4 2L8 2L8 7L12 7L12 2L16 2L16 7L20 7L20 12L16 12L16 7L12 7L12 12L8 12L8 7L4 7Z'),
  ],
  'start-neutralisation': framed('DN'),
  'finish-neutralisation': framed('FN'),
  'start-transfer': framed('DT'),
  'finish-transfer': framed('FT'),
  'speed-start': framed('DZ'),
  'speed-end': framed('FZ'),
  'waypoint-visible': waypoint('V'),
  'waypoint-eclipsed': waypoint('E'),
  'waypoint-masked': waypoint('M'),
  'waypoint-navigation': waypoint('N'),
  'waypoint-precise': waypoint('P'),
  'waypoint-security': waypoint('S'),
  'waypoint-control': waypoint('C'),
  sign: [line('M12 23L12 14'), shape(ring(12, 8, 7))],
  'traffic-light': [
    shape('M7 1L17 1L17 23L7 23Z'),
    line(ring(12, 5.5, 2)),
    fill(ring(12, 12, 2)),
    line(ring(12, 18.5, 2)),
  ],
  roundabout: [line('M20 9Q18 3 12 3Q4 4 3 12M3 12L0.5 8M3 12L7 9M4 16Q8 22 14 20.5Q21 18 21 12')],
  'dead-end': [line('M12 22L12 6'), fill('M4 3L20 3L20 8L4 8Z')],
  'no-entry': [circle, fill('M5 10L19 10L19 14L5 14Z')],
  'closed-road': [circle],
  warning: [triangle, fill(`M11 8L13 8L12.5 15L11.5 15Z${ring(12, 17.5, 1)}`)],
  roadworks: [triangle, line('M7 18L17 18M9 18L12 13L15 18M12 13L9 9')],
  'priority-road': [shape('M12 1L23 12L12 23L1 12Z'), line('M12 6L18 12L12 18L6 12Z')],
  'end-of-priority-road': [shape('M12 1L23 12L12 23L1 12Z'), line('M5 17L17 5')],
  'give-way': [shape('M1 3L23 3L12 22Z')],
  'level-crossing': [line('M3 5L21 19M3 19L21 5')],
  'falling-stones': [triangle, fill(`${ring(13, 12, 1.5)}${ring(16, 17, 1.5)}`), line('M12 6L8 18')],
  'dangerous-bend': [triangle, line('M11 19L11 15Q11 13 13 12L13 9')],
  'dangerous-bends': [triangle, line('M11 19L13 16L10 13L12 9')],
  'slippery-road': [triangle, line('M9 19Q12 16 9 13M14 19Q17 16 14 13')],
  'road-narrows': [triangle, line('M9 19L9 16L11 13L11 10M15 19L15 16L13 13L13 10')],
  children: [triangle, line(`${ring(12, 10, 1.5)}M12 12L12 16L10 19M12 16L14 19M9.5 14L14.5 14`)],
};
