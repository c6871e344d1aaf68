import type { Command as Verb } from 'commander';

/** What opens a sealed file, for every verb that takes one. Secrets come from files, standard input or the terminal. */
export interface OpeningOptions {
  readonly codeFile?: string;
  readonly identity?: string;
  readonly beacon?: string;
  /** True for drand's own server. */
  readonly fetch?: true | string;
  readonly chain?: string;
  readonly amend?: string;
  readonly amendCodeFile?: string;
  readonly signer?: string;
  readonly allowUnsigned?: true;
}

export function openingOptions(verb: Verb): Verb {
  return verb
    .option('--code-file <file>', 'sealed: read the release code from a file; - is standard input')
    .option('--identity <file>', 'sealed: open with the AGE-SECRET-KEY in a file')
    .option('--beacon <file>', 'sealed: open a time lock with the beacon in a file; - is standard input')
    .option('--fetch [url]', 'sealed: open a time lock with the beacon from the network (api.drand.sh)')
    .option('--chain <file>', 'sealed: the /info of another drand network than quicknet')
    .option('--amend <file>', 'with the changes of a bulletin that the organiser signed')
    .option('--amend-code-file <file>', 'sealed amendment: read its code from a file')
    .option('--signer <key>', 'sealed: accept this key or fingerprint and no other')
    .option('--allow-unsigned', 'sealed: take a content that nobody signed');
}
