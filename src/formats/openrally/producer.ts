/**
 * The creator that written files name. A distance missing from such a file is one that nobody knew: it is not worked out from
 * the track when the file is read again.
 */
export const producer = 'roadbook';
