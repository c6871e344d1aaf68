import { type Line, span } from '../frame.ts';
import { bindingOf } from '../keys.ts';
import type { Draw, Picture } from '../picture.ts';
import type { Style } from '../style.ts';
import { fitted } from '../text.ts';

/** What was said last, newest at the bottom. */
export const messages: Draw = (picture, { width, height }) => {
  const { ui, look } = picture;
  const lines = ui.said.slice(0, height).map((saying, i): Line => {
    const style = i === 0 ? tone(picture, saying.tone) : look.theme.faint;
    return [span(` ${fitted(saying.text, width - 2, look.marks.more)} `, style)];
  });
  while (lines.length < height) lines.push([]);
  return lines.reverse();
};

function tone({ look }: Picture, name: Picture['ui']['said'][number]['tone']): Style {
  const { theme } = look;
  switch (name) {
    case 'info':
      return theme.text;
    case 'good':
      return theme.good;
    case 'warning':
      return theme.warning;
    case 'alarm':
      return theme.alarm;
  }
}

/** Room for `? keys  q quit`: the way to the list of all keys is never left out. */
const kept = 17;

/** The keys most needed now, as many as fit. Looking ahead, how to come back stands first. */
export const hints: Draw = ({ view, ui, look, source }, { width }) => {
  const { theme } = look;
  const keys = [
    'space',
    '+',
    '-',
    't',
    'u',
    'down',
    'z',
    'r',
    's',
    ...(source.rate === null ? [] : ['p']),
    '?',
    'q',
  ];
  const line: { text: string; style: Style }[] = [];
  let used = 1;
  if (!view.following && ui.overlay === null) {
    const text = view.hand >= (view.next ?? 0) ? ' LOOKING AHEAD ' : ' LOOKING BACK ';
    line.push(span(text, theme.badge), span(' ', theme.text));
    used += text.length + 1;
    keys.unshift('f');
  }
  for (const key of keys) {
    const binding = bindingOf(key);
    if (!binding) continue;
    const name = look.ascii ? asciiName(binding.shown) : (binding.shown.split(' ')[0] ?? '');
    const wide = name.length + binding.short.length + 3;
    if (used + wide > width - (key === '?' || key === 'q' ? 0 : kept)) continue;
    line.push(span(` ${name}`, theme.key), span(` ${binding.short} `, theme.faint));
    used += wide;
  }
  return [line];
};

function asciiName(shown: string): string {
  const names = shown.split(' ').filter((name) => /^[ -~]+$/.test(name));
  return names[0] ?? '';
}
