/** The call is wrong, not the file and not the program: one line on stderr and exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
