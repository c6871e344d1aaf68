/** Set by the build from package.json. */
declare const ROADBOOK_VERSION: string | undefined;

export const version = typeof ROADBOOK_VERSION === 'string' ? ROADBOOK_VERSION : '0.0.0-source';
