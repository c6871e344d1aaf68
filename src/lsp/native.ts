/** Whether a text is YAML or JSON rather than XML: only there do keys tell what a word means. */
export function isNative(text: string): boolean {
  return !/^\s*</.test(text);
}

/** Whether a text says itself that it is a roadbook, whatever its file is called. */
export function saysRoadbook(text: string): boolean {
  return /^[ \t{]*["']?roadbook["']?\s*:/m.test(text);
}
