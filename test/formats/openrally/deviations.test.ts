import { describe, expect, it, test } from 'vitest';
import { gpx, read, waypointsOf, wpt } from './read.ts';

const only = (text: string) => {
  const { book, said } = read(text);
  const [note] = book.notes;
  if (note === undefined) throw new Error('no note');
  return { note, said };
};

describe('values as producers write them', () => {
  test.each<[string, string, object]>([
    ['the limit in the zone', '<dz>40</dz>', { limitKmh: 40 }],
    ['the limit with decimals', '<dz/><speed>50.0</speed>', { limitKmh: 50 }],
    ['the limit of v0.1', '<speed kph="65"/>', { limitKmh: 65 }],
    ['a limit outside any zone', '<speed>90</speed>', { limitKmh: 90, waypoints: [] }],
    ['a stop without a time', '<stop/>', { stopSeconds: 0 }],
    ['a stop with one', '<stop> 3 </stop>', { stopSeconds: 3 }],
    ['a reset to zero', '<reset></reset>', { reset: 0 }],
    ['a reset to a value', '<reset>1.5</reset>', { reset: 1500 }],
    ['north', '<cap>360</cap>', { cap: 360 }],
    ['coordinates shown', '<show_coordinates/>', { showAt: true }],
    ['coordinates shown, with a blank', '<show_coordinates> </show_coordinates>', { showAt: true }],
    ['coordinates not shown, by Route Mapper', '<show_coordinates>0</show_coordinates>', { showAt: false }],
    ['three marks of danger in v0.2', '<onedanger/><threedanger/><twodanger/>', { danger: 3 }],
    ['two services, one twice', '<fuel/><fire/><fuel/>', { services: ['fuel', 'fire'] }],
    ['words instead of a picture', '<notes>R at the well</notes>', { text: 'R at the well' }],
  ])('%s', (_, elements, expected) => {
    const { note, said } = only(gpx(wpt(elements)));
    expect(note).toMatchObject(expected);
    expect(said).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['<neutralization>900</neutralization><dz>40</dz>', ['DN 900s', 'DZ']],
    ['<neutralization open="1000" clear="90">600</neutralization>', ['DN 1000/90 600s']],
    ['<neutralization/>', ['DN']],
    ['<neutralization>0</neutralization>', ['DN']],
    ['<dn open="1000" clear="90" name="1" time="900"/>', ['DN 1 1000/90 900s']],
    ['<dnz clear="90" time="900"/><speed>40</speed>', ['DN -/90 900s', 'DZ -/90']],
    ['<dtz clear="90"/><speed>40</speed>', ['DT -/90', 'DZ -/90']],
    ['<dt time="600"/><dz/>', ['DT 600s', 'DZ']],
    ['<sn>300</sn>', ['DN 300s']],
    ['<ft/><fz/>', ['FT', 'FZ']],
    ['<timecontrol allowed="60"/>', ['TC 3600s']],
    ['<timecontrol allowed="1.5">CH 2</timecontrol>', ['TC CH 2 90s']],
    ['<cp name="3" clear="30"/>', ['CP 3 -/30']],
    ['<wpv clear="200"/>', ['WPV -/200']],
    ['<wpm>12</wpm>', ['WPM 12']],
    ['<dss/><startspecialstage/><dss clear="200"/>', ['DSS', 'DSS -/200']],
    ['<waypointmasked/><waypointeclipse/><waypointsafety/>', ['WPM', 'WPE', 'WPS']],
  ])('%s', (elements, expected) => {
    const { note, said } = only(gpx(wpt(elements)));
    expect(waypointsOf(note)).toEqual(expected);
    expect(said).toEqual([]);
  });

  it('miles, miles an hour and yards', () => {
    for (const units of ['statute', 'statue', ' Statute ']) {
      const { book, said } = read(
        gpx(
          wpt('<distance>10</distance><speed>50</speed><wpm open="1000" clear="100"/><reset>2</reset>'),
          `<openrally:distance>10</openrally:distance><openrally:units>${units}</openrally:units>`,
        ),
      );
      expect(said).toEqual([]);
      expect(book.total).toBe(16_093);
      expect(book.notes[0]).toMatchObject({
        distance: 16_093,
        limitKmh: expect.closeTo(80.4672, 9),
        reset: 3219,
      });
      expect(waypointsOf(book.notes[0])).toEqual(['WPM 914/91']);
    }
  });

  test.each([
    ['001', 1, null],
    ['0', 0, null],
    ['Erg_012', 12, 'Erg'],
    ['Erg_2_012', 12, 'Erg_2'],
    ['Untitled_003', 3, null],
    ['START', 1, 'START'],
    ['WP1', 1, 'WP1'],
    ['12345678', 1, '12345678'],
    ['  ', 1, null],
  ])('the name “%s” is number %d and name %s', (name, number, rest) => {
    const { note } = only(gpx(wpt('', `<name>${name}</name>`)));
    expect([note.number, note.name]).toEqual([number, rest]);
  });
});

describe('pictures', () => {
  const picture = (notes: string) => only(gpx(wpt(`<tulip>${notes}</tulip>`)));

  test.each([
    [
      'a data URL',
      '<![CDATA[\n data:image/png;base64,iVBORw0KGgo=\n]]>\n',
      'data:image/png;base64,iVBORw0KGgo=',
    ],
    ['an SVG', '<![CDATA[<svg>\n  <g/></svg>]]>', '<svg>\n  <g/></svg>'],
    ['an SVG escaped', '&lt;svg a="&amp;amp;"/&gt;', '<svg a="&amp;"/>'],
    ['one in two sections', '<![CDATA[<svg>]]]]><![CDATA[></svg>]]>', '<svg>]]></svg>'],
  ])('%s is kept byte for byte', (_, inside, expected) => {
    const { note, said } = picture(inside);
    expect(note.pictures.tulip).toBe(expected);
    expect(said).toEqual([]);
  });

  it('bare base64 gets the type that it lacks, and that is said', () => {
    const { note, said } = picture('iVBORw0KGgo=');
    expect(note.pictures.tulip).toBe('data:image/png;base64,iVBORw0KGgo=');
    expect(said).toEqual([
      'format-deviation: note 1: the picture in <tulip> does not say what it is @ iVBORw0KGgo=',
    ]);
  });

  it('so does a data URL without its first word', () => {
    const { note, said } = picture('image/png;base64,iVBORw0KGgo=');
    expect(note.pictures.tulip).toBe('data:image/png;base64,iVBORw0KGgo=');
    expect(said).toHaveLength(1);
  });

  test.each([
    'data:image/svg+xml,%3Csvg%20xmlns=%27http://www.w3.org/2000/svg%27/%3E',
    "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'/>",
    'data:image/svg+xml;charset=utf-8;base64,PHN2Zy8+',
  ])('%s is a picture like any other', (url) => {
    const { note, said } = picture(`<![CDATA[${url}]]>`);
    expect(note.pictures.tulip).toBe(url);
    expect(said).toEqual([]);
  });

  it('an SVG as elements is taken as its source', () => {
    const { book, said } = read(
      gpx(
        '<wpt lat="0" lon="0"><extensions><openrally:tulip> <svg a="1"><g/></svg> </openrally:tulip></extensions></wpt>',
      ),
    );
    expect(book.notes[0]?.pictures.tulip).toBe('<svg a="1"><g/></svg>');
    expect(said).toEqual(['format-deviation: note 1: <tulip> holds elements, not text @ <openrally:tulip>']);
  });

  it('what is none is kept, as is a second, and what an attribute says', () => {
    const { note } = only(
      gpx(wpt('<tulip href="a.png"/><tulip id="7">&lt;svg/&gt;</tulip><tulip>words</tulip>')),
    );
    expect(note.pictures.tulip).toBe('<svg/>');
    expect(note.kept.map(({ content }) => content)).toEqual([
      '<openrally:tulip href="a.png"/>',
      'tulip/@id="7"',
      '<openrally:tulip>words</openrally:tulip>',
    ]);
  });
});

describe('what is written beside the schema and can be understood', () => {
  const note1 = (elements: string) => only(gpx(wpt(elements)));

  test.each<[string, string, unknown]>([
    ['<distance>1.11 km</distance>', 'distance', 1110],
    ['<distance>1110m</distance>', 'distance', 1110],
    ['<distance unit="mi">1</distance>', 'distance', 1609],
    ['<openrally:Distance>1.11</openrally:Distance>', 'distance', 1110],
    ['<speed>50 km/h</speed>', 'limitKmh', 50],
    ['<speed unit="mph">30</speed>', 'limitKmh', 48.28032],
    ['<dz>30 mph</dz>', 'limitKmh', 48.28032],
    ['<cap>92°</cap>', 'cap', 92],
    ['<danger>!!</danger>', 'danger', 2],
    ['<stop>3 s</stop>', 'stopSeconds', 3],
  ])('%s', (elements, field, expected) => {
    const { note, said } = note1(elements);
    expect(note).toHaveProperty(field, expected);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^format-deviation: note 1/);
  });

  test.each<[string, string]>([
    ['<neutralization>15 min</neutralization>', 'DN 900s'],
    ['<neutralization>0:15:00</neutralization>', 'DN 900s'],
    ['<dt time="10 min"/>', 'DT 600s'],
    ['<wpm open="800m" clear="90 m"/>', 'WPM 800/90'],
    ['<wpm Open="800" CLEAR="90"/>', 'WPM 800/90'],
    ['<openrally:WPM open="800" clear="90"/>', 'WPM 800/90'],
  ])('%s', (elements, expected) => {
    const { note, said } = note1(elements);
    expect(waypointsOf(note)).toEqual([expected]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^format-deviation: note 1/);
  });

  test.each([
    ['<wpm radius="90"/>', 'radius of <wpm> is not known @ 90', 'wpm/@radius="90"'],
    ['<danger level="2">1</danger>', 'level of <danger> is not known @ 2', 'danger/@level="2"'],
    [
      '<bivouac a="1"/>',
      '<openrally:bivouac> is not known @ <openrally:bivouac a="1"/>',
      '<openrally:bivouac a="1"/>',
    ],
    [
      '<tulip>t/1.png</tulip>',
      '<tulip> holds no picture but “t/1.png” @ t/1.png',
      '<openrally:tulip>t/1.png</openrally:tulip>',
    ],
    [
      '<tulip href="a.png"/>',
      'the picture of <tulip> is not in the file but at “a.png” @ a.png',
      '<openrally:tulip href="a.png"/>',
    ],
  ])('%s is kept, and said', (elements, found, kept) => {
    const { note, said } = note1(elements);
    expect(note.kept.map(({ content }) => content)).toEqual([kept]);
    expect(said).toEqual([`format-deviation: note 1: ${found}`]);
  });

  it('markup in <notes> that is no picture is words', () => {
    const { note, said } = note1('<notes><![CDATA[<p>Keep <b>left</b></p><p>of the oued</p>]]></notes>');
    expect([note.text, note.pictures.text, said]).toEqual(['Keep left\nof the oued', null, []]);
  });

  it('coordinates with a comma', () => {
    const { book, said } = read(
      gpx(
        '<wpt lat="31,5" lon="-4,25"><extensions><openrally:distance>0</openrally:distance></extensions></wpt>',
      ),
    );
    expect(book.notes[0]?.at).toMatchObject({ latitude: 31.5, longitude: -4.25 });
    expect(said).toEqual([
      'format-deviation: note 1: lat “31,5” has a decimal comma (and 1 more like it) @ 31,5',
    ]);
  });

  it('a namespace that somebody made up', () => {
    const file = gpx(wpt('<distance>1.5</distance>')).replace(
      'http://www.openrally.org',
      'https://example.com/openrally',
    );
    const { note, said } = only(file);
    expect(note.distance).toBe(1500);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^format-deviation: the namespace “https:\/\/example.com\/openrally/);
  });
});

describe('what an organiser is told', () => {
  test.each<[string, string[]]>([
    ['<distance>1,5</distance>', ['format-deviation: note 1: distance 1,5 has a decimal comma @ 1,5']],
    [
      '<distance>4.4e-16</distance>',
      ['format-deviation: note 1: distance 4.4e-16 has an exponent @ 4.4e-16'],
    ],
    ['<distance>-1</distance>', ['value-out-of-range: note 1: distance must be at least 0, not -1 @ -1']],
    ['<distance>NaN</distance>', ['not-finite: note 1: distance must be a finite number, not “NaN” @ NaN']],
    [
      '<distance>1e999</distance>',
      [
        'not-finite: note 1: distance must be a finite number, not “1e999” @ 1e999',
        'format-deviation: note 1: distance 1e999 has an exponent @ 1e999',
      ],
    ],
    ['<distance>far</distance>', ['wrong-type: note 1: distance must be a number, not “far” @ far']],
    [
      '<distance>1</distance><distance>2</distance>',
      ['format-deviation: note 1 has two distances: the first is taken @ 2'],
    ],
    ['<distance>1</distance><distance>1.0</distance>', []],
    ['<cap>361</cap>', ['cap-out-of-range: note 1: cap must be at most 360, not 361 @ 361']],
    ['<cap>12.5</cap>', ['format-deviation: note 1: CAP 12.5 is not a whole number: taken as 13 @ 12.5']],
    ['<danger>0</danger>', ['format-deviation: note 1: danger 0 is taken as none @ 0']],
    ['<danger>4</danger>', ['danger-out-of-range: note 1: danger must be 1, 2 or 3, not 4 @ 4']],
    ['<danger/>', ['format-deviation: note 1: <danger> has no value @ <openrally:danger/>']],
    ['<speed>0</speed>', ['format-deviation: note 1: a speed limit of 0 is taken as none @ 0']],
    ['<speed>400</speed>', ['value-out-of-range: note 1: speed limit must be at most 300, not 400 @ 400']],
    [
      '<dz>40</dz><speed>50</speed>',
      ['format-deviation: note 1 has two speed limits: 40 km/h is taken, 50 km/h is not @ 50'],
    ],
    ['<dz>fast</dz>', ['format-deviation: note 1: <dz> holds “fast” @ fast']],
    ['<stop>3.5</stop>', ['format-deviation: note 1: stop 3.5 is not a whole number: taken as 4 @ 3.5']],
    [
      '<wpm open="800" clear="0"/>',
      ['value-out-of-range: note 1: waypoint clear must be at least 1, not 0 @ 0'],
    ],
    ['<wpm open="wide"/>', ['wrong-type: note 1: open radius of <wpm> must be a number, not “wide” @ wide']],
    [
      '<timecontrol allowed="-5"/>',
      ['value-out-of-range: note 1: waypoint time must be at least 0, not -300 @ -5'],
    ],
  ])('%s', (elements, expected) => {
    expect(only(gpx(wpt(elements))).said).toEqual(expected);
  });

  it('says each kind once, with how many more there are and where the next is', () => {
    const text = gpx(['0', '1,5', '2,5', '3,5'].map((km) => wpt(`<distance>${km}</distance>`)).join(''));
    const { diagnostics } = read(text);
    expect(diagnostics).toHaveLength(1);
    const [{ message, notes }] = [diagnostics[0] ?? { message: '', notes: [] }];
    expect(message).toBe('note 2: distance 1,5 has a decimal comma (and 2 more like it)');
    expect(notes.map(({ span }) => span && text.slice(span.start, span.end))).toEqual(['2,5']);
  });

  test.each([
    ['imperial', 'format-deviation: units are given as imperial @ imperial', 'imperial'],
    [
      'metrik',
      'unknown-value: units must be metric or statute, not “metrik”: taken as metric @ metrik',
      'metric',
    ],
  ])('units %s', (units, expected, taken) => {
    const { book, said } = read(gpx('', `<openrally:units>${units}</openrally:units>`));
    expect(said).toEqual([expected]);
    expect(book.units).toBe(taken);
  });

  it('finds a value in the middle of a large file, with another prefix and default namespace', () => {
    const many = Array.from(
      { length: 500 },
      (_, i) =>
        `<wpt lat="31" lon="-4"><extensions><o:distance>${i}</o:distance><o:cap>${i === 321 ? 999 : 9}</o:cap></extensions></wpt>`,
    );
    const { said } = read(
      gpx(many.join('\n')).replace('xmlns:openrally', 'xmlns:o').replaceAll('openrally:', 'o:'),
    );
    expect(said).toEqual(['cap-out-of-range: note 322: cap must be at most 360, not 999 @ 999']);
  });

  it('a position at 0, 0 among others is a slip', () => {
    const { book, said } = read(gpx(`<wpt lat="31" lon="-4"/>${wpt('<distance>1</distance>')}`));
    expect(book.notes[1]?.at).toBeNull();
    expect(said).toEqual([
      'format-deviation: note 2 lies at 0, 0, far from the others @ <wpt lat="0" lon="0">',
    ]);
  });
});

describe('words that are HTML', () => {
  const desc = (text: string, creator = 'test') => {
    const { book, said } = read(
      gpx(wpt('<distance>0</distance>', `<desc>${text}</desc>`)).replace(
        'creator="test"',
        `creator="${creator}"`,
      ),
    );
    return { text: book.notes[0]?.text, said: said.filter((line) => line.includes('HTML')) };
  };

  test.each([
    ['&lt;p&gt;Left at the &lt;b&gt;well&lt;/b&gt;&lt;/p&gt;', 'Left at the well'],
    ['<![CDATA[Left<br/>then right]]>', 'Left\nthen right'],
    ['<![CDATA[&eacute;glise &amp; puits]]>', 'église & puits'],
    ['Left &amp;amp; right', 'Left & right'],
    ['<![CDATA[<a href="https://example.org">the well</a>]]>', 'the well'],
    ['<![CDATA[<ul><li>one</li><li>two &#8594;</li></ul>]]>', 'one\ntwo →'],
  ])('%s', (html, words) => {
    const found = desc(html);
    expect(found.text).toBe(words);
    expect(found.said).toHaveLength(1);
  });

  it('in the element for notes too', () => {
    const { note } = only(gpx(wpt('<notes><![CDATA[Left<br>at the well]]></notes>')));
    expect(note.text).toBe('Left\nat the well');
  });

  test.each(['speed &lt; 50 &gt; 30', 'R &amp; L', 'a &lt;- b', '&lt;the well&gt;', 'AT&amp;T;'])(
    '%s is none',
    (text) => {
      expect(desc(text).said).toEqual([]);
    },
  );

  it('is a text like any other in a file of this program', () => {
    expect(desc('&lt;b&gt;', 'roadbook').text).toBe('<b>');
  });
});

describe('positions', () => {
  test.each([
    ['lat="31,205" lon="-4,2"', [31.205, -4.2], 'has a decimal comma'],
    ['lat="N31 12.3" lon="W004 12.0"', [31.205, -4.2], 'is not written in decimal degrees'],
    [`lat="31°12'18&quot;N" lon="4.2W"`, [31.205, -4.2], 'is not written in decimal degrees'],
  ])('%s', (attributes, [latitude, longitude], message) => {
    const { book, said } = read(gpx(`<wpt ${attributes}><name>1</name></wpt>`));
    expect(book.notes[0]?.at).toMatchObject({ latitude, longitude });
    expect(said.filter((line) => line.startsWith('format-deviation'))).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it('a letter of the other axis is none', () => {
    const { book, said } = read(gpx('<wpt lat="E31" lon="4"/>'));
    expect(book.notes[0]?.at).toBeNull();
    expect(said[0]).toContain('lat must be degrees from -90 to 90, not “E31”');
  });
});
