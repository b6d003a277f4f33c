import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentError, faultIn, loadContent } from '../../src/answers/index.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gongyou-content-'));
  await cp('content/reports', join(root, 'reports'), { recursive: true });
});

afterEach(() => rm(root, { recursive: true }));

const FILE = 'reports/daxing-4/01-congress.yml';

async function change(path: string, from: string | RegExp, to: string): Promise<number> {
  const text = await readFile(join(root, path), 'utf8');
  const at = text.search(from);
  expect(at).toBeGreaterThanOrEqual(0);
  await writeFile(join(root, path), text.replace(from, to));
  return text.slice(0, at).split('\n').length;
}

async function faults(): Promise<ContentError> {
  const failed = await loadContent(root).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(ContentError);
  return failed as ContentError;
}

describe('content', () => {
  it('is read with its reports, its sections and their path, and its entries', async () => {
    const { reports, entries } = await loadContent('content');

    expect([...reports.keys()]).toEqual(['beijing-14', 'beijing-2020', 'china-18', 'daxing-4', 'grassroots']);
    expect(entries.length).toBeGreaterThan(500);
    const homes = entries.find((it) => it.id === 'beijing-2020/union-homes');
    expect(homes?.answer).toContain('605');
    expect(homes?.section.path.map((it) => it['zh-CN'])[0]).toBe('2019年工作回顾');
  });

  it('knows the line on which each entry stands', async () => {
    const { entries } = await loadContent(root);
    const lines = (await readFile(join(root, FILE), 'utf8')).split('\n');

    const here = entries.filter((it) => it.place.path === FILE);

    expect(here.length).toBeGreaterThan(1);
    for (const { id, place } of here) {
      expect(lines[place.line - 1]).toBe(`  - id: ${id.slice('daxing-4/'.length)}`);
    }
  });

  it('gives an entry another version when a word of it changes, and only then', async () => {
    const before = await loadContent(root);
    await change(FILE, '    answer: ', '    answer: 其实');

    const after = await loadContent(root);

    const changed = after.entries.filter((it, at) => it.version !== before.entries[at]?.version);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.version).toMatch(/^[0-9a-f]{12}$/);
  });

  it('that is missing is told with its place', async () => {
    await expect(loadContent(join(root, 'nowhere'))).rejects.toThrow(/没有找到内容文件夹/);
  });

  it('names file, line and what to do for a field that is misspelt', async () => {
    const line = await change(FILE, /^ {4}ask-en:/m, '    ask-english:');

    const { faults: all } = await faults();

    expect(all).toContainEqual({ path: FILE, line, code: 'unknown', what: 'entries[1].ask-english' });
    expect(all.map((it) => it.code)).toContain('missing');
    expect(faultIn('zh-CN', all[0] ?? never())).toMatch(/^reports\/daxing-4\/01-congress\.yml:\d+: .*。$/);
    expect(faultIn('en', all[0] ?? never())).toMatch(/^reports\/daxing-4\/01-congress\.yml:\d+: .*\.$/);
  });

  it('tells all faults of all files at once', async () => {
    await change(FILE, /section: \S+/, 'section: nowhere');
    await change('reports/daxing-4/02-guiding.yml', /related: \[/, 'related: [daxing-4/no-such, ');
    await change('reports/daxing-4/report.yml', /level: 区/, 'level: 村');

    const first = await faults();
    expect(first.faults.map((it) => [it.path, it.code])).toEqual([['reports/daxing-4/report.yml', 'wrong']]);

    await change('reports/daxing-4/report.yml', /level: 村/, 'level: 区');
    const { faults: all } = await faults();
    expect(all.map((it) => [it.code, it.what])).toEqual([
      ['no-section', 'nowhere'],
      ['no-entry', 'daxing-4/no-such'],
    ]);
  });

  it('refuses an id that is used twice, and a report that is not named as its folder', async () => {
    await change('reports/daxing-4/report.yml', /^id: daxing-4/, 'id: daxing-5');
    const text = await readFile(join(root, FILE), 'utf8');
    const id = /- id: (\S+)/.exec(text)?.[1] ?? never();
    await change('reports/daxing-4/02-guiding.yml', /- id: \S+/, `- id: ${id}`);

    const { faults: all } = await faults();

    expect(all.filter((it) => it.code !== 'no-entry').map((it) => [it.code, it.what])).toEqual([
      ['id-not-folder', 'daxing-5'],
      ['id-twice', id],
    ]);
  });

  it('points to the line where the YAML breaks', async () => {
    const line = await change(FILE, /^ {4}answer: .*$/m, '    answer: "没有收尾的引号');

    const { faults: all } = await faults();

    expect(all.every((it) => it.code === 'not-yaml')).toBe(true);
    expect(all[0]?.line).toBeGreaterThanOrEqual(line);
  });

  it('refuses a section that is above itself', async () => {
    const text = await readFile(join(root, 'reports/daxing-4/report.yml'), 'utf8');
    const id = /- id: (\S+)/.exec(text)?.[1] ?? never();
    await change('reports/daxing-4/report.yml', /- id: \S+/, `- id: ${id}\n    parent: ${id}`);

    const { faults: all } = await faults();

    expect(all.map((it) => it.code)).toContain('section-circle');
  });

  it('refuses an answer that is too long to read in chat', async () => {
    await change(FILE, '    answer: ', `    answer: ${'长'.repeat(221)}`);

    const { faults: all } = await faults();

    expect(all.map((it) => [it.code, it.what])).toEqual([['too-long', 'entries[1].answer']]);
  });
});

function never(): never {
  throw new Error('the fixture lacks what the test needs');
}
