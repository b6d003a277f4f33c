import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from './faults.ts';
import { Weights } from './weights.ts';

/** Beside the reports, written by `gongyou content fit`. */
export const WEIGHTS_FILE = 'weights.json';

/** What was learned for this content; undefined when nothing was, and a fault when the file is none of ours. */
export async function readWeights(root: string): Promise<{ weights: Weights | undefined; faults: Fault[] }> {
  const text = await readFile(join(root, WEIGHTS_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return { weights: undefined, faults: [] };
  const read = Weights.safeParse(parsed(text));
  if (read.success) return { weights: read.data, faults: [] };
  return {
    weights: undefined,
    faults: [{ path: WEIGHTS_FILE, line: 1, code: 'not-learned', what: WEIGHTS_FILE }],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
