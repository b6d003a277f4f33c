import { ContentError } from '../faults.ts';
import { loadContent } from '../load.ts';
import { readFiles } from './files.ts';
import type { ErrorCode, Finding, WarningCode } from './finding.ts';
import { checkFiles, type TellIn } from './folder-rules.ts';
import { checkSources } from './source-rules.ts';

/** `reports` and `entries`: how many could be read. */
export type Checked = { findings: Finding[]; reports: number; entries: number };

/** Everything in a content folder that a curator should mend, by file and line, whether or not it can be served. */
export async function checkContent(root: string): Promise<Checked> {
  const findings: Finding[] = await loaderFindings(root);
  const files = await readFiles(root);
  const tellIn: TellIn = (path, lineOf) => (code, way, facts) => {
    const place = { path, line: lineOf(way) };
    if (isWarning(code)) findings.push({ severity: 'warning', ...place, code, facts });
    else findings.push({ severity: 'error', ...place, code, facts });
  };
  checkFiles(files, tellIn);
  for (const it of await checkSources(root, files, tellIn)) findings.push({ severity: 'loader', ...it });
  findings.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
  const entries = files.entries.reduce((sum, it) => sum + it.value.entries.length, 0);
  return { findings, reports: files.reports.length, entries };
}

const WARNINGS: readonly string[] = [
  'word-shared',
  'term-unused',
  'one-language',
  'section-gone',
  'draft-todo',
] satisfies WarningCode[];
const isWarning = (code: ErrorCode | WarningCode): code is WarningCode => WARNINGS.includes(code);

/** A broken link is told by the rules, which know its line. */
async function loaderFindings(root: string): Promise<Finding[]> {
  try {
    await loadContent(root);
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.faults
      .filter((it) => it.code !== 'no-entry')
      .map((it) => ({ severity: 'loader' as const, ...it }));
  }
}
