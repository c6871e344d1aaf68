import { CommanderError, Command as Program } from 'commander';
import type { CommandEntry, ExitCode, Io } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { UsageError } from '../commands/usage-error.ts';
import { nearest } from '../text/nearest.ts';
import { version } from '../text/version.ts';
import { bug, wrongCall } from './failure.ts';
import { hanging } from './hanging.ts';
import { processIo } from './process-io.ts';

/** Runs one call of the command line; resolves to its exit code and never rejects. */
export async function main(
  argv: readonly string[],
  io: Io = processIo(),
  registry: readonly CommandEntry[] = commands,
): Promise<ExitCode> {
  let called: CommandEntry | null = null;
  try {
    called = calledVerb(argv, registry);
    return await dispatch(argv, io, registry, called);
  } catch (error) {
    if (error instanceof UsageError) return wrongCall(error.message, called?.name ?? null, io);
    if (!(error instanceof CommanderError)) return bug(error, io);
    if (error.exitCode === 0) return 0;
    return wrongCall(error.message.replace(/^error: /, ''), called?.name ?? null, io);
  }
}

/** The verb is the first word that is not an option; `help VERB` asks about VERB. */
function calledVerb(argv: readonly string[], registry: readonly CommandEntry[]): CommandEntry | null {
  const [first, second] = argv.filter((argument) => !argument.startsWith('-'));
  const word = first === 'help' ? second : first;
  if (word === undefined) return null;
  const entry = registry.find(({ name, aliases }) => name === word || aliases.includes(word));
  if (entry !== undefined) return entry;
  const known = registry.flatMap(({ name, aliases }) => [name, ...aliases]);
  const near = nearest(word, [...known, 'help']);
  throw new UsageError(`unknown verb '${word}'${near === null ? '' : ` (Did you mean ${near}?)`}`);
}

/** Tells commander every verb's name and summary, but the options only of the one that is called. */
async function dispatch(
  argv: readonly string[],
  io: Io,
  registry: readonly CommandEntry[],
  called: CommandEntry | null,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Program('roadbook')
    .description('Check, drive, print and seal rally-raid roadbooks.')
    .usage('[options] <verb> ...')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [verb]', 'print help for a verb')
    .configureHelp({ subcommandTerm: (verb) => [verb.name(), ...verb.aliases()].join(', ') })
    .configureOutput({
      writeOut: (text) => io.stdout.write(hanging(text, io.stdout.columns ?? 80)),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {}, // said once, by main
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();

  for (const entry of registry) {
    const verb = program
      .command(entry.name)
      .aliases([...entry.aliases])
      .summary(entry.summary);
    if (entry !== called) continue;
    const { command } = await entry.load();
    verb.description(entry.summary);
    command.configure(verb);
    verb.action(async () => {
      code = await command.run(verb.processedArgs, verb.opts(), io);
    });
  }

  if (argv.length === 0 || (called === null && argv[0] === 'help')) {
    const asked = argv.length > 0;
    (asked ? io.stdout : io.stderr).write(program.helpInformation());
    return asked ? 0 : 2;
  }
  await program.parseAsync(argv, { from: 'user' });
  return code;
}
