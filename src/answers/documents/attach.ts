import type { Report, ReportSource } from '../content.ts';
import type { DocumentFault } from './faults.ts';
import { readSource, sourceFiles } from './sources.ts';

/** What is wrong with a full text. `path`: its place in the content folder. */
type SourceFault = {
  path: string;
  line: number;
  code: 'source-twice' | 'source-unreadable';
  what: string;
  document?: DocumentFault;
};

/**
 * Gives each report its full text, where there is one. A text without a report is left alone: it may be on its way
 * in, and nothing is served of it.
 */
export async function attachSources(
  root: string,
  reports: ReadonlyMap<string, Report>,
): Promise<SourceFault[]> {
  const faults: SourceFault[] = [];
  const files = (await sourceFiles(root)).filter((it) => reports.has(it.report));
  const read = await Promise.all(
    files.map(async (it) => ({ ...it, found: await readSource(root, it.path) })),
  );
  for (const { path, report: id, found } of read) {
    const report = reports.get(id);
    if (!report) continue;
    if (report.source) faults.push({ path, line: 1, code: 'source-twice', what: report.source.file });
    else if ('code' in found)
      faults.push({ path, line: 1, code: 'source-unreadable', what: path, document: found });
    else report.source = sourceOf(path, found);
  }
  return faults;
}

const sourceOf = (file: string, { lines, passages }: Omit<ReportSource, 'file'>): ReportSource => ({
  file,
  lines,
  passages,
});
