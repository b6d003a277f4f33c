import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file or a folder to be written whole. `path` is within the content folder; of a folder, `files` are in it. */
export type Written =
  | { path: string; text: string }
  | { path: string; files: { name: string; text: string }[] };

/**
 * Writes all of it, or nothing of what is not yet in place: each is made whole under another name, which nothing
 * reads, and then takes its place in one step. `keep`: these stay under a name with `.old-1` at its end.
 */
export async function writeAll(
  root: string,
  all: readonly Written[],
  keep: readonly string[],
): Promise<void> {
  const made: { from: string; to: string }[] = [];
  try {
    for (const it of all) {
      const to = join(root, it.path);
      const from = join(dirname(to), `.${basename(to)}.part`);
      await mkdir(dirname(to), { recursive: true });
      await rm(from, { recursive: true, force: true });
      made.push({ from, to });
      if ('text' in it) await writeWhole(from, it.text);
      else {
        await mkdir(from);
        for (const { name, text } of it.files) await writeWhole(join(from, name), text);
      }
    }
    for (const it of keep) await setAside(join(root, it));
    for (const { from, to } of made) await rename(from, to);
  } catch (error) {
    for (const { from } of made) await rm(from, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

/** On the disk before it is put in place, so that a power cut leaves no empty file. */
async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function setAside(path: string): Promise<void> {
  for (let nth = 1; ; nth += 1) {
    const aside = `${path}.old-${nth}`;
    if (await stat(aside).catch(() => undefined)) continue;
    await rename(path, aside);
    return;
  }
}
