import { isMap, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault, FaultCode } from './faults.ts';

type Way = readonly PropertyKey[];

/** A file that was read: what it says, and the line on which each part of it stands, worked out when it is asked for. */
export type Parsed<T> = { value: T; lineOf: (way: Way) => number };

/**
 * A YAML file checked against its schema, or what is wrong with it, every fault with its line.
 *
 * @param path as it is shown to the curator
 */
export function parseFile<T>(
  path: string,
  text: string,
  schema: z.ZodType<T>,
): Parsed<T> | { faults: Fault[] } {
  const { file, lineAt, lineOf } = placedIn(text);
  if (file.errors.length > 0) {
    return {
      faults: file.errors.map((it) => ({
        path,
        line: lineAt(it.pos[0]),
        code: 'not-yaml' as const,
        what: it.message,
      })),
    };
  }
  const read = schema.safeParse(file.toJS());
  // the lines are seldom asked for, and the tree they are read from is large: it is not kept
  if (read.success) return { value: read.data, lineOf: (way) => placedIn(text).lineOf(way) };
  return { faults: read.error.issues.flatMap((it) => faultsOf(path, it, lineOf)) };
}

/** A file read together with where everything in it stands. */
function placedIn(text: string) {
  const lines = new LineCounter();
  const file = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const lineOf = (way: Way): number => lineAt(offsetOf(file.contents, way, file));
  return { file, lineAt, lineOf };
}

/** A place whose line is worked out when it is asked for. */
export const placeOf = (
  path: string,
  line: () => number,
): { readonly path: string; readonly line: number } => ({
  path,
  get line() {
    return line();
  },
});

/** Where a part begins; that of the nearest part around it when it is not there. */
function offsetOf(top: Node | null, way: Way, file: { getIn(way: Way, keep: true): unknown }): number {
  for (let length = way.length; length > 0; length -= 1) {
    const key = keyAt(file.getIn(way.slice(0, length - 1), true), way[length - 1]);
    if (key !== undefined) return key;
    const node = file.getIn(way.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return top?.range?.[0] ?? 0;
}

/** A field of a map begins at its name. */
function keyAt(around: unknown, name: PropertyKey | undefined): number | undefined {
  if (!isMap(around)) return undefined;
  for (const { key } of around.items) {
    const node = key as { value?: unknown; range?: [number, number, number] };
    if (node.value === name) return node.range?.[0];
  }
  return undefined;
}

function faultsOf(path: string, issue: z.core.$ZodIssue, lineOf: (way: Way) => number): Fault[] {
  const fault = (code: FaultCode, way: Way): Fault => ({ path, line: lineOf(way), code, what: wayIn(way) });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fault('unknown', [...issue.path, key]));
  }
  if (issue.code === 'too_small') return [fault('too-few', issue.path)];
  if (issue.code === 'too_big') return [fault('too-long', issue.path)];
  const lacks =
    issue.code !== 'invalid_union' && issue.input === undefined && /undefined/.test(issue.message);
  return [fault(lacks ? 'missing' : 'wrong', issue.path)];
}

/** `entries[3].ask-en`, counted from 1 as people do. */
const wayIn = (way: Way): string =>
  way
    .map((it) => (typeof it === 'number' ? `[${it + 1}]` : `.${String(it)}`))
    .join('')
    .replace(/^\./, '');
