/** A figure as a text has it. */
export type Found = { value: number; unit: string; year: string | undefined };

const FIGURE =
  /(?<![第\d.])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*((?:[百千万亿]+)?[余多]?(?:平方米|公里|人次|件次|场次|个百分点|[%％]|[个项种类条名人家户次届位支批场件点组所座间套张本册元天年月倍岁处站])?)/g;

/** The figures of a text, with the year that was named last before each; years, dates and numbers of things are none. */
export function figuresIn(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const [whole, digits = '', unit = ''] = match;
    const after = text.charAt(match.index + whole.length);
    if (unit === '' || /^月|^届/.test(unit) || (/^[年]$/.test(unit) && digits.length === 4)) continue;
    if (unit === '年' && /^[月末初底]/.test(after)) continue;
    found.push({
      value: Number(digits.replaceAll(',', '')),
      unit,
      year: text
        .slice(0, match.index)
        .match(/\d{4}(?=年)/g)
        ?.at(-1),
    });
  }
  return found;
}

/** The sentences and items of a text that have a figure. */
export const partsWithFigures = (text: string): string[] =>
  text
    .split(/(?<=[。！？；])|\n/)
    .map((it) => it.trim())
    .filter((it) => figuresIn(it).length > 0);
