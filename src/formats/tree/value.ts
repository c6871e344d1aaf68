/** A document before it is written: what has no value is left out. */
export type Value = Scalar | readonly Value[] | Mapping;
export type Scalar = string | number | boolean | Plain;
export interface Mapping {
  readonly [key: string]: Value | null | undefined;
}

/** A value that YAML writes in its own way: the number `0.40`, a date or duration without quotes. */
export class Plain {
  readonly text: string;
  readonly value: string | number;
  constructor(text: string, value: string | number) {
    this.text = text;
    this.value = value;
  }
  toJSON(): string | number {
    return this.value;
  }
}
