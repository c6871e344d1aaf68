/** Symbols of one class by their ids: at most six letters for a terminal, then the words in English, French, Spanish. */
export type SymbolTable = Readonly<
  Record<string, readonly [short: string, en: string, fr: string, es: string]>
>;

/** Words in the languages a crew may ask for. */
export interface Words {
  readonly en: string;
  readonly fr: string;
  readonly es: string;
}

export type Language = keyof Words;
