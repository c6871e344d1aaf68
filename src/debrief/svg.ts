import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { forMarkup } from '../text/escape.ts';
import type { Chart, Layer } from './story.ts';

/** The drawing's own units: it is stretched to whatever room there is, so that words stand beside it and never shrink. */
const width = 1000;
const height = 300;

/** A chart as HTML: an SVG that fills its box, the figures of its axes around it as text, a legend above. */
export function chartMarkup(chart: Chart): string {
  const y = scaleLinear().domain(chart.y.domain).nice(4).range([height, 0]);
  const x = scaleLinear().domain(chart.x.domain).range([0, width]);
  const yTicks = y.ticks(4);
  const xTicks = x.ticks(chart.small ? 3 : 8);
  const yFigure = y.tickFormat(4);
  const xFigure = x.tickFormat(chart.small ? 3 : 8);
  const layers = chart.layers.filter(({ points }) => points.length > 0);
  const grid = yTicks.map((tick) => `<path class="grid" d="M0 ${y(tick).toFixed(1)}h${width}"/>`).join('');
  const drawn = layers
    .map((layer) =>
      drawing(
        layer,
        (value) => x(value),
        (value) => y(value),
      ),
    )
    .join('');
  const ys = yTicks
    .map((tick) => `<span style="top:${percent(y(tick) / height)}">${forMarkup(yFigure(tick))}</span>`)
    .join('');
  const xs = xTicks
    .map(
      (tick, i) =>
        `<span${i % 2 === 1 ? ' class="odd"' : ''} style="left:${percent(x(tick) / width)}">${forMarkup(xFigure(tick))}</span>`,
    )
    .join('');
  return `<figure class="chart${chart.small ? ' small' : ''}">
<figcaption><h3>${forMarkup(chart.title)}</h3>${chart.small ? '' : legend(layers)}</figcaption>
<div class="plot" role="img" aria-label="${forMarkup(chart.says)}">
<p class="unit">${forMarkup(chart.y.label)}</p>
<div class="ys">${ys}</div>
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${grid}${drawn}</svg>
<div class="xs">${xs}</div>
<p class="along">${forMarkup(chart.x.label)}</p>
</div>
</figure>`;
}

type Place = (value: number) => number;

function drawing(layer: Layer, x: Place, y: Place): string {
  const path = (d: string | null, kind: string) => `<path class="${kind} ${layer.as}" d="${d ?? ''}"/>`;
  switch (layer.kind) {
    case 'line':
    case 'steps': {
      const draw = line<readonly [number, number] | null>()
        .defined((point) => point !== null)
        .x((point) => x(point?.[0] ?? 0))
        .y((point) => y(point?.[1] ?? 0));
      if (layer.kind === 'steps') draw.curve(curveStepAfter);
      return path(draw([...layer.points]), 'line');
    }
    case 'band': {
      const draw = area<readonly [number, number, number]>()
        .x((point) => x(point[0]))
        .y0((point) => y(point[1]))
        .y1((point) => y(point[2]));
      return path(draw([...layer.points]), 'band');
    }
    case 'dots':
      // A line without length: its round or square ends are the dot, and keep their shape when the drawing is stretched.
      return layer.points
        .map(
          (point) =>
            `<path class="dot ${layer.as}" d="M${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}h0"><title>${forMarkup(point.says)}</title></path>`,
        )
        .join('');
  }
}

function legend(layers: readonly Layer[]): string {
  const items = layers.map(
    ({ kind, as, label }) =>
      `<li><span class="key ${kind} ${as}" aria-hidden="true"></span>${forMarkup(label)}</li>`,
  );
  return `<ul class="legend">${items.join('')}</ul>`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
