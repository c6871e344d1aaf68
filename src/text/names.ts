/** Gives the name that stands at a place of the text. */
export type NameReader = (start: number, end: number) => string;

/**
 * Names repeat in a text: each is cut out of it once and found again by its length and last letters, which spares making,
 * hashing and comparing it anew. `checked` hears of each that is cut out.
 */
export function nameReader(text: string, checked: (name: string) => void = () => {}): NameReader {
  const known: string[] = new Array(64).fill('');
  return (start, end) => {
    const slot = ((end - start) * 5 + text.charCodeAt(end - 1) * 3 + text.charCodeAt(end - 3)) & 63;
    const before = known[slot] ?? '';
    if (before.length === end - start && text.startsWith(before, start)) return before;
    const name = text.slice(start, end);
    checked(name);
    known[slot] = name;
    return name;
  };
}
