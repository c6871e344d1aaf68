import ts from 'typescript';

/** What a folder of src may import: other folders, or `types: [...]` for their types alone. */
interface Layer {
  readonly imports: readonly string[];
  readonly types?: readonly string[];
}

const below = ['text', 'model', 'tulip', 'geo', 'formats', 'rules', 'stage', 'seal'];

/** The layers of src, lowest first. A folder that is not here may not exist. */
export const layers: Readonly<Record<string, Layer>> = {
  text: { imports: [] },
  seal: { imports: [] },
  model: { imports: ['text'] },
  tulip: { imports: ['model', 'text'] },
  geo: { imports: ['model', 'text'] },
  formats: { imports: ['model', 'text', 'tulip', 'geo'] },
  rules: { imports: ['model', 'text', 'geo', 'tulip'] },
  stage: { imports: ['model', 'text'] },
  nav: { imports: ['stage'], types: ['model'] },
  odometer: { imports: ['nav', 'stage', 'model', 'text', 'geo'] },
  journal: { imports: ['nav', 'stage'] },
  report: { imports: ['model', 'text', 'rules'] },
  check: { imports: ['formats', 'rules', 'report', 'model', 'text'] },
  lsp: { imports: ['formats', 'rules', 'check', 'model', 'text'] },
  print: { imports: ['stage', 'model', 'tulip', 'text'] },
  debrief: { imports: ['nav', 'stage', 'journal', 'model', 'text'] },
  voice: { imports: ['nav', 'stage', 'model', 'tulip', 'text'] },
  rehearse: { imports: ['nav', 'stage', 'model', 'tulip', 'odometer', 'text'] },
  tui: { imports: ['nav', 'stage', 'model', 'tulip', 'text', 'odometer'] },
  '.': { imports: [...below, 'nav', 'odometer', 'report', 'check', 'print'] },
  commands: {
    imports: [
      ...below,
      'nav',
      'odometer',
      'journal',
      'report',
      'check',
      'lsp',
      'print',
      'debrief',
      'voice',
      'rehearse',
      'tui',
    ],
  },
  cli: { imports: ['commands', 'text'] },
};

const longest = 300;
const streams = new Set(['process', 'console']);
const impure = new Set([
  ...['Date', 'performance', 'crypto', 'process', 'console', 'require'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch'],
]);

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** What is wrong with one source file, as sentences; `path` is relative to src, with forward slashes. */
export function violations(path: string, source: string): string[] {
  const folder = folderOf(path);
  const layer = layers[folder];
  if (layer === undefined) return [`${path}: the folder '${folder}' has no layer`];
  const { imports, names } = read(path, source);
  const found = imports.flatMap((one) => forbidden(path, folder, layer, one));
  const banned = folder === 'nav' ? impure : folder === 'cli' || folder === 'commands' ? new Set() : streams;
  for (const name of names) if (banned.has(name)) found.push(`${folder} uses ${name}`);
  if (folder === 'nav' && names.has('Math.random')) found.push('nav uses Math.random');
  const lines = source.replace(/\n$/, '').split('\n').length;
  const isGenerated = source.startsWith('/**\n * Generated ');
  if (lines > longest && !isGenerated) found.push(`${lines} lines, more than ${longest}`);
  return found.map((what) => `${path}: ${what}`);
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '.';
}

function forbidden(path: string, folder: string, layer: Layer, { from, typeOnly }: Import): string[] {
  if (!from.startsWith('.')) {
    const name = from.replace(/^node:/, '').split('/')[0] ?? '';
    if (folder === 'nav') return [`nav imports the package ${from}`];
    if ((name === 'react' || name === 'ink') && folder !== 'tui') return [`${folder} imports ${from}`];
    return [];
  }
  const target = new URL(from, `file:///src/${path}`).pathname;
  if (!target.startsWith('/src/')) return [`${folder} imports ${from} from outside src`];
  const other = folderOf(target.slice('/src/'.length));
  const allowed = other === folder || layer.imports.includes(other);
  if (allowed || (typeOnly && layer.types?.includes(other))) return [];
  return [`${folder} imports ${other === '.' ? from : other}`];
}

/** The imports of a file, and the names it uses other than as a property's: read from its syntax tree. */
function read(path: string, source: string): { imports: Import[]; names: Set<string> } {
  const imports: Import[] = [];
  const names = new Set<string>();
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const visit = (node: ts.Node): void => {
    const one = importOf(node);
    if (one !== null) imports.push(one);
    if (ts.isIdentifier(node) && !isPropertyName(node)) names.add(node.text);
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      const owner = node.expression.text;
      names.add(owner === 'globalThis' ? node.name.text : `${owner}.${node.name.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { imports, names };
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const from = node.moduleSpecifier;
    if (from === undefined || !ts.isStringLiteral(from)) return null;
    const typeOnly = ts.isExportDeclaration(node)
      ? node.isTypeOnly
      : node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { from: from.text, typeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const from = node.argument.literal;
    return ts.isStringLiteral(from) ? { from: from.text, typeOnly: true } : null;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const from = node.arguments[0];
    const text = from !== undefined && ts.isStringLiteralLike(from) ? from.text : './(computed)';
    return { from: text, typeOnly: false };
  }
  return null;
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) {
    return (ts.isQualifiedName(parent) ? parent.right : parent.name) === node;
  }
  const named =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isJsxAttribute(parent);
  return named && parent.name === node;
}
