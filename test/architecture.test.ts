import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Files of ours and what each imports: `src/x.ts` for ours, the bare name for a package. */
function importsIn(folder: string): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, entry).split(sep).join('/');
    if (!/\.tsx?$/.test(path)) continue;
    const source = readFileSync(path, 'utf8');
    const found = [...source.matchAll(/(?:from|(?<!')import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
      name.startsWith('.')
        ? normalize(join(dirname(path), name))
            .split(sep)
            .join('/')
        : name,
    );
    files.set(path, found);
  }
  return files;
}

const files = new Map([...importsIn('src'), ...importsIn('handlers')]);

/** The first rule whose `from` fits a file is its rule; `may` are the beginnings of what it may import. */
type Rule = { readonly from: RegExp; readonly may: readonly RegExp[] };

const LEAVES = /^src\/(world|refusal|json|log)\.ts$|^src\/(view|language|calendar)\//;
const FEATURES = ['answers', 'surveys', 'events', 'desk'] as const;
const face = (feature: string): RegExp =>
  new RegExp(`^src/${feature}/(index|cards|feedback-cards|one-line|documents/cards)\\.ts$`);
const STORE_PORT = /^src\/store\/(port|collection|passing|timetable)\.ts$/;

const rules: readonly Rule[] = [
  { from: /^src\/(world|refusal|json|log)\.ts$|^src\/(view|calendar)\//, may: [LEAVES] },
  { from: /^src\/language\//, may: [LEAVES, /^opencc-js/, /^pinyin-pro$/] },
  { from: /^src\/retrieval\//, may: [/^src\/retrieval\//, LEAVES] },
  { from: /^src\/texts\//, may: [/^src\/texts\//, LEAVES] },
  {
    from: /^src\/store\/(port|collection|records|passing|timetable|workplaces)\.ts$/,
    may: [/^src\/store\/[a-z]+\.ts$/, LEAVES, /^zod$/],
  },
  {
    from: /^src\/store\/engines\/redis/,
    may: [/^src\/store\/(port|records)\.ts$/, /^src\/store\/engines\/redis/, LEAVES, /^ioredis$/],
  },
  {
    from: /^src\/store\/engines\/sqlite/,
    may: [/^src\/store\/(port|records)\.ts$/, /^src\/store\/engines\/sqlite/, LEAVES, /^libsql$/],
  },
  {
    from: /^src\/store\/engines\//,
    may: [/^src\/store\/(port|records)\.ts$/, /^src\/store\/engines\//, LEAVES],
  },
  {
    from: /^src\/answers\/documents\//,
    may: [
      /^src\/answers\/(documents\/|content\.ts$)/,
      LEAVES,
      /^src\/(retrieval|texts)\//,
      /^(htmlparser2|pdfjs-dist\/)/,
    ],
  },
  ...FEATURES.map((feature) => ({
    from: new RegExp(`^src/${feature}/`),
    may: [
      new RegExp(`^src/${feature}/`),
      LEAVES,
      /^src\/retrieval\//,
      /^src\/texts\//,
      STORE_PORT,
      /^src\/delivery\/(index|message)\.ts$/,
      /^src\/platforms\/port\.ts$/,
      /^src\/people\/index\.ts$/,
      /^(zod|yaml)$/,
    ],
  })),
  {
    from: /^src\/people\//,
    may: [
      /^src\/people\//,
      LEAVES,
      /^src\/texts\/index\.ts$/,
      STORE_PORT,
      /^src\/platforms\/port\.ts$/,
      /^zod$/,
    ],
  },
  {
    from: /^src\/delivery\//,
    may: [/^src\/delivery\//, LEAVES, STORE_PORT, /^src\/platforms\/port\.ts$/, /^zod$/],
  },
  {
    from: /^handlers\/(?!index)/,
    may: [
      /^src\/handler\.ts$/,
      LEAVES,
      /^src\/texts\/index\.ts$/,
      /^src\/people\/(cards|roles)\.ts$/,
      ...FEATURES.map(face),
      /^zod$/,
    ],
  },
  { from: /^handlers\/index\.ts$/, may: [/^handlers\//, /^src\/handler\.ts$/] },
  {
    from: /^src\/(handler|dispatch|route|heartbeat|painters)\.ts$/,
    may: [
      LEAVES,
      /^src\/texts\/index\.ts$/,
      STORE_PORT,
      /^src\/(handler|route)\.ts$/,
      /^src\/delivery\/index\.ts$/,
      /^src\/people\//,
      /^src\/platforms\/port\.ts$/,
      /^src\/answers\/(talk|rating|receipts|gaps)\.ts$/,
      ...FEATURES.map(face),
      /^(zod|node-cron)$/,
    ],
  },
  { from: /^src\/platforms\/port\.ts$/, may: [LEAVES] },
  {
    from: /^src\/platforms\/slack\//,
    may: [/^src\/platforms\/(slack\/|port\.ts$)/, LEAVES, /^src\/texts\//, /^(@slack\/|zod$|undici$)/],
  },
  {
    from: /^src\/platforms\/web\/client\//,
    may: [
      /^src\/platforms\/web\/client\//,
      /^src\/platforms\/web\/[a-z-]+\.ts$/,
      LEAVES,
      /^src\/texts\//,
      /^(preact|vite$)/,
    ],
  },
  // the workspace is a messenger of its own, so it keeps its messages in the store like a feature
  {
    from: /^src\/platforms\/web\//,
    may: [/^src\/platforms\/(web\/(?!client)|port\.ts$)/, LEAVES, /^src\/texts\//, STORE_PORT, /^zod$/],
  },
  {
    from: /^src\/config\.ts$/,
    may: [LEAVES, /^src\/people\/roles\.ts$/, /^src\/texts\/index\.ts$/, /^zod$/],
  },
  { from: /^src\/demo-clock\.ts$/, may: [LEAVES, STORE_PORT] },
  {
    from: /^src\/live-content\.ts$/,
    may: [LEAVES, /^src\/answers\/(model\/)?index\.ts$/, /^src\/setup\.ts$/],
  },
  { from: /^src\/(app|setup|workplace|cli|main)\.ts$/, may: [/^src\//, /^handlers\/index\.ts$/, /^pino$/] },
];

const broken = (path: string, imports: readonly string[]): string[] => {
  const rule = rules.find(({ from }) => from.test(path));
  if (!rule) return [`${path} has no rule`];
  return imports
    .filter(
      (name) => !name.startsWith('node:') && !name.endsWith('.css') && !rule.may.some((it) => it.test(name)),
    )
    .map((name) => `${path} imports ${name}`);
};

describe('who may import whom', () => {
  it('is kept by every file', () => {
    expect(files.size).toBeGreaterThan(80);
    expect([...files].flatMap(([path, imports]) => broken(path, imports))).toEqual([]);
  });

  it.each([
    ['src/events/index.ts', 'src/surveys/index.ts'],
    ['handlers/ask.ts', 'handlers/help.ts'],
    ['handlers/ask.ts', 'src/store/port.ts'],
    ['src/platforms/slack/send.ts', 'src/surveys/index.ts'],
    ['src/platforms/slack/send.ts', 'src/platforms/web/index.ts'],
    ['src/delivery/index.ts', 'src/platforms/slack/index.ts'],
    ['src/view/card.ts', 'src/store/port.ts'],
    ['src/dispatch.ts', 'src/store/engines/redis.ts'],
    ['src/surveys/index.ts', 'ioredis'],
    ['src/somewhere/new.ts', 'zod'],
  ])('forbids that %s imports %s', (path, name) => {
    expect(broken(path, [name])).not.toEqual([]);
  });

  it('keeps each driver and SDK in its one place', () => {
    const users = (name: RegExp): string[] =>
      [...files].filter(([, imports]) => imports.some((it) => name.test(it))).map(([path]) => path);

    expect(users(/^ioredis$/).every((it) => it.startsWith('src/store/engines/redis'))).toBe(true);
    expect(users(/^libsql$/).every((it) => it.startsWith('src/store/engines/sqlite'))).toBe(true);
    expect(users(/^@slack\//).every((it) => it.startsWith('src/platforms/slack/'))).toBe(true);
    expect(users(/^node-cron$/)).toEqual(['src/heartbeat.ts']);
    expect(users(/^pdfjs-dist/)).toEqual(['src/answers/documents/pdf.ts']);
    expect(users(/^htmlparser2$/).every((it) => it.startsWith('src/answers/documents/'))).toBe(true);
  });

  it('lets only main and cli see the environment', () => {
    const seeing = [...files.keys()].filter((it) => /process\.env\b/.test(readFileSync(it, 'utf8')));
    expect(seeing.sort()).toEqual(['src/cli.ts', 'src/main.ts']);
  });

  it('keeps files short', () => {
    const long = [...files.keys()].filter((it) => readFileSync(it, 'utf8').split('\n').length > 301);
    expect(long.filter((it) => !it.startsWith('src/language/traditional'))).toEqual([]);
  });
});
