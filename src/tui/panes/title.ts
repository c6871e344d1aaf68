import { fitted, widthOf } from '../../text/cells.ts';
import { filled, type Line, lineWidth, type Span, span } from '../frame.ts';
import type { Draw, Picture } from '../picture.ts';
import { plain } from '../style.ts';

/** The stage's name, what is out of the ordinary, and what turns the wheel. */
export const title: Draw = (picture, { width }) => {
  const { look, stage, drill } = picture;
  const style = look.theme.title;
  const warnings = badges(picture);
  const left = lineWidth(warnings) + 2;
  const name = look.safe(stage.title);
  const beside = (text: string) => width - left - widthOf(text) - 1;
  // The badges come first; then the name; the source where there is still room. Of a rehearsal it is
  // the score: at least its first words.
  const text = sourceText(picture);
  const short = drill === null ? text : (text.split(':')[0] ?? text);
  const fits = (one: string) => beside(one) > Math.min(20, name.length);
  const source = [span(`${fits(text) ? text : short} `, style)];
  const both = width - left - lineWidth(source);
  const withSource = fits(text) || fits(short);
  const room = withSource ? both - 1 : width - left;
  const start: Line = [span(` ${fitted(name, Math.max(0, room), look.marks.more)} `, style), ...warnings];
  const gap = width - lineWidth(start) - lineWidth(source);
  if (!withSource || gap < 0) return [filled(start, width, style)];
  return [[...start, span(' '.repeat(gap), style), ...source]];
};

function sourceText({ source, look }: Picture): string {
  const { name, rate } = source;
  if (source.ended) return `${name}, ended`;
  if (rate === null || rate === 1 || rate === 0) return name;
  return `${name} ${look.marks.times}${Number(rate.toFixed(2))}`;
}

/** Words for every state in which the figures mean something else than usual. */
function badges({ view, source, look, ui }: Picture): Line {
  const words: [string, boolean][] = [];
  if (view.limit?.over) words.push(['OVER LIMIT', true]);
  if (view.lost) words.push(['LOST', true]);
  if (view.frozen) words.push(['FROZEN', false]);
  if (view.reversing) words.push(['REVERSE', false]);
  if (view.neutralisation && view.neutralisation.msLeft > 0) words.push(['NEUTRALISED', false]);
  if (source.rate === 0) words.push(['PAUSED', false]);
  if (ui.remote) words.push(['SIX KEYS', false]);
  if (view.finished) words.push(['FINISH', false]);
  return words.flatMap(([word, alarming], i): Span[] => [
    ...(i === 0 ? [] : [span(' ', plain)]),
    span(` ${word} `, alarming ? look.theme.alarm : look.theme.badge),
  ]);
}
