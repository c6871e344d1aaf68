import type { Language } from '../model/lexicon.ts';

/** A whole number from 0 to 999,999 in words, by the language's own rules: speakers differ in how they read figures. */
export function numberWords(figure: number, language: Language): string {
  const n = Math.max(0, Math.min(999_999, Math.round(figure)));
  switch (language) {
    case 'en':
      return english(n);
    case 'fr':
      return french(n);
    case 'es':
      return spanish(n);
  }
}

/** A number before the name of what is counted: Spanish uno loses its o. */
export function countWords(figure: number, language: Language): string {
  const said = numberWords(figure, language);
  return language === 'es' ? shortened(said) : said;
}

const en = {
  small: words(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  tens: words('- - twenty thirty forty fifty sixty seventy eighty ninety'),
};

/** British: “and” before what follows the hundreds, a hyphen within tens. */
function english(n: number): string {
  if (n < 20) return en.small[n] ?? '';
  if (n < 100) return joined([en.tens[Math.floor(n / 10)] ?? '', n % 10 && english(n % 10)], '-');
  if (n < 1000)
    return joined([`${english(Math.floor(n / 100))} hundred`, n % 100 && english(n % 100)], ' and ');
  const rest = n % 1000;
  return joined(
    [`${english(Math.floor(n / 1000))} thousand`, rest && english(rest)],
    rest < 100 ? ' and ' : ' ',
  );
}

const fr = {
  small: words(
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  ),
  tens: words('- dix vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'),
};

/**
 * Of France: seventy to seventy-nine on sixty, ninety on eighty; “et” before one and eleven, but not from eighty on;
 * vingt and cent take an s when they are multiplied and end the number, not before mille.
 */
function french(n: number, ends = true): string {
  if (n < 17) return fr.small[n] ?? '';
  if (n < 100) {
    const tens = Math.floor(n / 10);
    const base = fr.tens[tens] ?? '';
    const rest = tens === 7 || tens === 9 ? n - (tens - 1) * 10 : n % 10;
    if (n === 80) return ends ? 'quatre-vingts' : base;
    if (rest === 0) return base;
    return (rest === 1 || rest === 11) && n < 80 ? `${base} et ${french(rest)}` : `${base}-${french(rest)}`;
  }
  if (n < 1000) {
    const hundreds = Math.floor(n / 100);
    const rest = n % 100;
    const many = hundreds > 1 ? `${fr.small[hundreds]} cent${rest === 0 && ends ? 's' : ''}` : 'cent';
    return joined([many, rest && french(rest, ends)], ' ');
  }
  const thousands = Math.floor(n / 1000);
  const many = thousands > 1 ? `${french(thousands, false)} mille` : 'mille';
  return joined([many, n % 1000 && french(n % 1000, ends)], ' ');
}

const es = {
  small: words(
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve',
  ),
  tens: words('- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa'),
  hundreds: words(
    '- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
  ),
};

/** “y” between tens and ones alone; cien when nothing follows; uno loses its o before mil. */
function spanish(n: number): string {
  if (n < 30) return es.small[n] ?? '';
  if (n < 100) return joined([es.tens[Math.floor(n / 10)] ?? '', n % 10 && spanish(n % 10)], ' y ');
  if (n === 100) return 'cien';
  if (n < 1000) return joined([es.hundreds[Math.floor(n / 100)] ?? '', n % 100 && spanish(n % 100)], ' ');
  const thousands = Math.floor(n / 1000);
  const many = thousands === 1 ? 'mil' : `${shortened(spanish(thousands))} mil`;
  return joined([many, n % 1000 && spanish(n % 1000)], ' ');
}

function shortened(said: string): string {
  return said.replace(/veintiuno$/, 'veintiún').replace(/uno$/, 'un');
}

/** A number below the parts is 0: there is nothing to say of it. */
function joined(parts: readonly [string, string | 0], between: string): string {
  return parts[1] === 0 ? parts[0] : parts.join(between);
}

function words(list: string): readonly string[] {
  return list.split(' ');
}
