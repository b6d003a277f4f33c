import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decoded } from './decode.ts';
import type { Document, Extracted } from './document.ts';
import { DocumentError } from './faults.ts';
import { joined } from './joining.ts';
import { outlined } from './outline.ts';
import { passagesOf } from './passages.ts';
import { groupsOf } from './pieces.ts';

export type { Document } from './document.ts';
export { DocumentError, type DocumentFault, documentFaultIn } from './faults.ts';

/** What a file's name may end with. */
export const KINDS = ['txt', 'md', 'html', 'docx', 'pdf'] as const;
type Kind = (typeof KINDS)[number];

/** Largest file that is read, in MiB: a report of a thousand pages has some 20. */
const MOST_MIB = 50;

/**
 * A document: its text line by line, and the same as passages under their headings.
 *
 * @throws DocumentError when it cannot be read, with what to do
 */
export async function readDocument(path: string): Promise<Document> {
  const file = basename(path);
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new DocumentError({ code: 'not-there', file: path });
  if (!found.isFile()) throw new DocumentError({ code: 'no-file', file: path });
  if (found.size > MOST_MIB * 1024 * 1024)
    throw new DocumentError({ code: 'too-large', file, most: MOST_MIB });
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new DocumentError({ code: 'unreadable', file });
  return documentOf(file, bytes);
}

/** The same of bytes that were read already. @throws DocumentError */
export async function documentOf(file: string, bytes: Uint8Array): Promise<Document> {
  if (bytes.length === 0) throw new DocumentError({ code: 'empty', file });
  const { lines, dialect, title: named } = await extracted(file, kindOf(file), bytes);
  const { title, parts } = outlined(joined(groupsOf(lines, dialect)));
  const shown = named ?? title;
  const passages = passagesOf(parts, file, shown);
  if (passages.length === 0 && title === undefined) throw new DocumentError({ code: 'empty', file });
  return { title: shown ?? file.slice(0, file.length - extname(file).length), lines, passages };
}

function kindOf(file: string): Kind {
  const ending = extname(file).slice(1).toLowerCase();
  const same: { [ending: string]: Kind } = { htm: 'html', markdown: 'md', text: 'txt' };
  const kind = KINDS.find((it) => it === ending) ?? same[ending];
  if (!kind) throw new DocumentError({ code: 'unknown-kind', file, kinds: KINDS.join('、') });
  return kind;
}

async function extracted(file: string, kind: Kind, bytes: Uint8Array): Promise<Extracted> {
  checkKind(file, kind, bytes);
  if (kind === 'docx') return (await import('./docx.ts')).readDocx(file, bytes);
  if (kind === 'pdf') return (await import('./pdf.ts')).readPdf(file, bytes);
  if (kind === 'html') return (await import('./html.ts')).readHtml(file, bytes);
  return { lines: linesOf(decoded(file, bytes)), dialect: kind === 'md' ? 'markdown' : 'plain' };
}

/** What a file begins with tells what it is, whatever its name says. */
function checkKind(file: string, kind: Kind, bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw new DocumentError({ code: 'old-office', file });
  const is = head.startsWith('PK') ? 'docx' : head.includes('%PDF-') ? 'pdf' : undefined;
  const isPacked = kind === 'docx' || kind === 'pdf';
  if (is !== undefined && is !== kind) throw new DocumentError({ code: 'wrong-kind', file, is: `.${is}` });
  if (is === undefined && isPacked) throw new DocumentError({ code: 'broken', file });
}

const linesOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
