import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { PROJECT_ROOT } from '../../server/platform/project-root.ts';
import { AnswerShapes } from './answer-shapes.ts';
import type { Shape } from './answer-shapes.ts';

const ROOT = fileURLToPath(PROJECT_ROOT);

interface Answers {
  /** By door, `get /things/:id`; null when it answers nothing (204). */
  doors: Record<string, Shape | null>;
  components: Record<string, Shape>;
}

/** What every door answers, read from the types of what its use case returns; and what a refusal holds. */
export function answersFromTypes(): Answers {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.json`, (file) => ts.sys.readFile(file)) as {
    config: unknown;
  }; // parsed next
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, ROOT);
  const program = ts.createProgram([`${ROOT}server/doors.ts`], { ...options, incremental: false });
  const checker = program.getTypeChecker();
  const shapes = new AnswerShapes(checker);
  shapes.of(typeIn(program, 'server/core/contract/errors.ts', 'Problem')); // what every door answers when it refuses
  const runs = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !file.fileName.includes('/node_modules/'))
    .flatMap((file) => doorsIn(file))
    .sort((a, b) => (a.door < b.door ? -1 : 1));
  const doors: Answers['doors'] = {};
  for (const { door, kind, run } of runs) {
    const [call] = checker.getTypeAtLocation(run).getCallSignatures();
    const answered = call === undefined ? undefined : checker.getAwaitedType(call.getReturnType());
    if (answered === undefined) throw new Error(`${door}: what it answers cannot be read`);
    const shape = shapes.of(answered);
    if (shape !== null || kind === 'route') doors[door] = shape; // else it sends something other than JSON
  }
  return { doors, components: shapes.components };
}

function typeIn(program: ts.Program, path: string, name: string): ts.Type {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(`${ROOT}${path}`);
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  const found = module && checker.getExportsOfModule(module).find((one) => one.name === name);
  if (found === undefined) throw new Error(`${path} has no ${name}`);
  return checker.getDeclaredTypeOfSymbol(found);
}

interface Door {
  door: string;
  kind: 'route' | 'raw';
  run: ts.Expression;
}

/** `route('get /things', 'things.list', {…}, run)` → the door and its `run`. */
function doorsIn(file: ts.SourceFile): Door[] {
  const found: Door[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const { text: kind } = node.expression;
      const [door, , , run] = node.arguments;
      const isDoor = kind === 'route' || kind === 'raw';
      if (isDoor && run !== undefined && door !== undefined && ts.isStringLiteral(door)) {
        found.push({ door: door.text, kind, run });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** One line for each door and each named type, so that a change shows as the line it is. */
export function answersDocument({ doors, components }: Answers): string {
  const lines = (of: Record<string, unknown>): string =>
    Object.keys(of)
      .sort()
      .map((key) => `    ${JSON.stringify(key)}: ${JSON.stringify(of[key])}`)
      .join(',\n');
  return `{\n  "doors": {\n${lines(doors)}\n  },\n  "components": {\n${lines(components)}\n  }\n}\n`;
}
