import type { Parser } from 'htmlparser2';

/** Counts the numbered paragraphs of a Word file. */
export type Numbering = {
  /** What Word shows before the next paragraph of a list; empty: a bullet; undefined: it is in no list. */
  next(style: string, list: string | undefined, depth: number): string | undefined;
};

type Level = { start: number; format: string; text: string; style: string };

/** The lists of a Word file, by what its numbering part says. */
export function numberingIn(Xml: typeof Parser, xml: string): Numbering {
  const { kinds, lists } = read(Xml, xml);
  const counts = new Map<string, number[]>();
  return {
    next(style, list, depth) {
      const found = list === undefined ? byStyle(kinds, style) : { kind: lists.get(list) ?? '', depth };
      const levels = kinds.get(found?.kind ?? '');
      const level = levels?.[found?.depth ?? 0];
      if (!found || !levels || !level || list === '0' || level.format === 'none') return undefined;
      if (level.format === 'bullet') return '';
      const count = counts.get(found.kind) ?? [];
      const before = count[found.depth];
      const now = [...count.slice(0, found.depth), before === undefined ? level.start : before + 1];
      counts.set(found.kind, now);
      const shown = level.text.replace(/%(\d)/g, (_, nth: string) => {
        const at = Number(nth) - 1;
        return numeral(now[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
      });
      return /[、）)]$/.test(shown) ? shown : `${shown} `;
    },
  };
}

function byStyle(
  kinds: ReadonlyMap<string, Level[]>,
  style: string,
): { kind: string; depth: number } | undefined {
  if (style === '') return undefined;
  for (const [kind, levels] of kinds) {
    const depth = levels.findIndex((it) => it.style === style);
    if (depth >= 0) return { kind, depth };
  }
  return undefined;
}

/** `kinds`: the levels of each abstract list; `lists`: which one each list of the document is of. */
function read(Xml: typeof Parser, xml: string): { kinds: Map<string, Level[]>; lists: Map<string, string> } {
  const kinds = new Map<string, Level[]>();
  const lists = new Map<string, string>();
  let levels: Level[] = [];
  let list = '';
  const parser = new Xml(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? '';
        const level = levels.at(-1);
        if (name === 'w:abstractNum') {
          levels = [];
          kinds.set(attributes['w:abstractNumId'] ?? '', levels);
        } else if (name === 'w:lvl') levels.push({ start: 1, format: 'decimal', text: '', style: '' });
        else if (name === 'w:num') list = attributes['w:numId'] ?? '';
        else if (name === 'w:abstractNumId') lists.set(list, value);
        else if (!level) return;
        else if (name === 'w:start') level.start = Number(value) || 0;
        else if (name === 'w:numFmt') level.format = value;
        else if (name === 'w:lvlText') level.text = value;
        else if (name === 'w:pStyle') level.style = value;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { kinds, lists };
}

function numeral(number: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwanese/i.test(format) && !/enclosed/i.test(format))
    return chinese(number);
  if (format === 'lowerLetter') return String.fromCharCode(96 + number);
  if (format === 'upperLetter') return String.fromCharCode(64 + number);
  if (/enclosedCircle/i.test(format) && number <= 20) return String.fromCharCode(0x245f + number);
  return String(number);
}

/** 1 to 999 in Chinese. */
function chinese(number: number): string {
  const digit = (it: number): string => '零一二三四五六七八九'.charAt(it);
  if (number < 10) return digit(number);
  if (number < 20) return `十${number === 10 ? '' : digit(number - 10)}`;
  if (number < 100)
    return `${digit(Math.floor(number / 10))}十${number % 10 === 0 ? '' : digit(number % 10)}`;
  const rest = number % 100;
  if (number >= 1000) return String(number);
  const head = `${digit(Math.floor(number / 100))}百`;
  if (rest === 0) return head;
  return rest < 10 ? `${head}零${digit(rest)}` : `${head}${rest < 20 ? '一' : ''}${chinese(rest)}`;
}
