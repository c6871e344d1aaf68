/** Fowler–Noll–Vo 1a over UTF-16 code units, 64 bits in two halves (draft-eastlake-fnv): 16 hex digits. */
export function fnv1a64(text: string): string {
  const prime = 0x1b3; // the 64-bit prime is 2^40 + 0x1b3
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < text.length; i++) {
    low ^= text.charCodeAt(i);
    const lowProduct = (low >>> 0) * prime;
    const carry = Math.floor(lowProduct / 0x1_0000_0000);
    high = (Math.imul(high, prime) + carry + (low << 8)) >>> 0;
    low = lowProduct >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
