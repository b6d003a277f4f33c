import { basename, extname } from 'node:path';
import { textsIn } from '../../texts/index.ts';
import { realWorld } from '../../world.ts';
import type { Document } from '../documents/document.ts';
import { DocumentError, documentFaultIn, documentOf, readDocument } from '../documents/index.ts';
import type { Desk, ExitCode } from './command.ts';
import { askFor } from './import-asking.ts';
import { type Field, ID, type Known, laterIn, neededIn, readTyped, type Typed } from './import-fields.ts';
import { type Plan, planImport } from './import-plan.ts';
import { sourcePath, standingOf } from './import-standing.ts';
import { writeAll } from './import-writing.ts';

/** `gongyou content import …`: brings a document in, to be shown as it stands or as drafts for a curator. */
export async function importCommand(words: readonly string[], desk: Desk): Promise<ExitCode> {
  const said = textsIn(desk.language).documents.import;
  const typed = readTyped(words);
  if (!typed) return complain(desk, said.usage);
  const document = await readDocument(typed.file).catch((error: unknown) => {
    if (error instanceof DocumentError) return error;
    throw error;
  });
  if (document instanceof DocumentError)
    return complain(desk, documentFaultIn(desk.language, document.fault));
  const isChinese = document.lines.some((it) => /\p{Script=Han}/u.test(it));
  const known = await complete(typed, document, isChinese, desk);
  if (typeof known === 'string') return complain(desk, known);
  const { id = '' } = known;
  const text = `${document.lines.join('\n')}\n`;
  const source = sourcePath(id, typed.file);
  const coming = {
    ...{ id, known, given: typed.known, text, source, isChinese },
    ...{ isDraft: typed.isDraft, isReplacing: typed.isReplacing, language: desk.language },
    // as it will be read once it stands there as text
    document: await documentOf(basename(source), Buffer.from(text)),
    read: new Date(realWorld.now()).toISOString().slice(0, 10),
  };
  const plan = planImport(coming, await standingOf(desk.folder, id, source));
  return carryOut(plan, known, typed.isDraft, isChinese, desk);
}

/** All that is needed, from the command line, the file itself, what stands there, and the person; or what is amiss. */
async function complete(
  typed: Typed,
  document: Document,
  isChinese: boolean,
  desk: Desk,
): Promise<Known | string> {
  const said = textsIn(desk.language).documents.import;
  const name = basename(typed.file, extname(typed.file))
    .toLowerCase()
    .replace(/[\s_.]+/g, '-');
  const own: Known = {
    ...(ID.test(name) ? { id: name } : {}),
    [isChinese ? 'title' : 'title-en']: document.title,
  };
  const { id } = { ...own, ...typed.known };
  const standing =
    id === undefined ? undefined : await standingOf(desk.folder, id, sourcePath(id, typed.file));
  const known: Known = { ...own, ...standing?.known, ...typed.known };
  const lacks = (fields: readonly Field[]): Field[] => fields.filter((it) => known[it] === undefined);
  const wrong = typed.wrong.map(({ field, what }) => said.wrong({ ...said.fields[field], what }));
  const missing = lacks(neededIn(isChinese));
  const unknown = missing.filter((field) => !typed.wrong.some((it) => it.field === field));
  const input = desk.input ?? process.stdin;
  if (standing?.serve === 'entries' || (missing.length === 0 && wrong.length === 0)) return known;
  if (!('isTTY' in input) || input.isTTY !== true) {
    const lines = unknown.map((it) => said.missing({ option: it, ...said.fields[it] }));
    return [...wrong, ...(lines.length > 0 ? [said.incomplete, ...lines] : [])].join('\n');
  }
  for (const it of wrong) desk.output.write(`${it}\n`);
  const answered = await askFor(known, missing, lacks(laterIn(isChinese)), { ...desk, input });
  return answered ? known : said.unanswered;
}

async function carryOut(
  plan: Plan,
  known: Known,
  isDraft: boolean,
  isChinese: boolean,
  desk: Desk,
): Promise<ExitCode> {
  const said = textsIn(desk.language).documents.import;
  const title = known.title ?? known['title-en'] ?? '';
  if (plan.kind === 'curated') return complain(desk, said.curated({ path: plan.path }));
  if (plan.kind === 'taken') return complain(desk, said.taken({ paths: plan.paths }));
  if (plan.kind === 'other-source') return complain(desk, said.otherSource({ path: plan.path }));
  if (plan.kind === 'same') {
    desk.output.write(`${said.same({ title })}\n`);
    return 0;
  }
  try {
    await writeAll(desk.folder, plan.all, plan.keep);
  } catch (error) {
    return complain(desk, said.notWritten({ why: error instanceof Error ? error.message : String(error) }));
  }
  const later = laterIn(isChinese).filter((it) => known[it] === undefined);
  const { sections, passages } = plan;
  const lines = [
    isDraft ? said.drafted({ title, sections, passages }) : said.done({ title, sections, passages }),
    ...plan.all.map((it) => said.wrote({ path: it.path })),
    ...plan.keep.map((it) => said.kept({ path: it })),
    ...(later.length > 0 ? [said.later({ fields: later })] : []),
    isDraft ? said.nextDraft : said.next,
  ];
  desk.output.write(`${lines.join('\n')}\n`);
  return 0;
}

function complain({ complaints }: Desk, words: string): 2 {
  complaints.write(`${words}\n`);
  return 2;
}
