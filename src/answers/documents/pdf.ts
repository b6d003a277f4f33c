import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Extracted } from './document.ts';
import { DocumentError } from './faults.ts';
import { linesOfPage, type Printed } from './pdf-lines.ts';
import { written } from './pdf-writing.ts';

/** Most characters that are taken from one file; a book of a thousand pages has a million. */
const MOST_CHARACTERS = 20_000_000;

/** The text of a PDF file line by line as it is printed, without the numbers and the running titles of its pages. */
export async function readPdf(file: string, bytes: Uint8Array): Promise<Extracted> {
  const pages = await pagesOf(file, bytes);
  const lines = written(pages);
  if (!lines.some((it) => /[\p{L}\p{N}]/u.test(it))) throw new DocumentError({ code: 'scanned', file });
  return { lines, dialect: 'plain' };
}

async function pagesOf(file: string, bytes: Uint8Array): Promise<Printed[][]> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // the library takes the bytes away for good, so it gets its own
    data: Uint8Array.from(bytes),
    // old Chinese files name their encoding instead of bringing it along
    cMapUrl: join(home, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts/'),
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const pages: Printed[][] = [];
    let left = MOST_CHARACTERS;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const runs = items.flatMap((it) => ('str' in it ? [it] : []));
      left -= runs.reduce((sum, it) => sum + it.str.length, 0);
      if (left < 0)
        throw new DocumentError({ code: 'too-large-inside', file, most: MOST_CHARACTERS / 1_000_000 });
      pages.push(linesOfPage(runs));
      page.cleanup();
    }
    return pages;
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new DocumentError({ code: isLocked ? 'encrypted' : 'broken', file }, { cause });
  } finally {
    await task.destroy();
  }
}
