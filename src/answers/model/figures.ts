/** A number as it stands in plain text: `key` joins its value, its unit and what qualifies it. */
export type Figure = { key: string; at: number; end: number; isYear: boolean };

const BEFORE =
  '第|近|约|大约|将近|接近|超过|突破|超|逾|达不到|不到|不足|至少|最多|最少|不少于|不低于|不超过|前|后|每';
const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  亿: 1e8,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};
const UNITS =
  '人次|户次|家次|场次|小时|分钟|周年|个月|百分点|个百分点|人员|[个项种类条名人家户次届位级支批场件点组样句步层座所天年月日号倍元岁期方成份]';
const FIGURE = new RegExp(
  `(${BEFORE})?(\\d+(?:\\.\\d+)?) ?([多余几])?(万亿|[十百千万亿]+|hundred\\b|thousand\\b|million\\b|billion\\b)?([多余几])? ?` +
    `(%|per ?cent\\b|个百分点|percentage points?\\b)?(${UNITS})?(以上|以下|以内|左右)?`,
  'g',
);

const scaleOf = (scale: string): number => {
  const whole = SCALES[scale];
  if (whole !== undefined) return whole;
  let by = 1;
  for (const it of scale) by *= SCALES[it] ?? 1;
  return by;
};

/** The numbers of plain text, in its order. Of a year only the year counts, with 年 or without. */
export function figuresIn(plain: string): Figure[] {
  const figures: Figure[] = [];
  for (const it of plain.matchAll(FIGURE)) {
    const [whole, before = '', digits = '', more, scale = '', most, share = '', unit = '', after = ''] = it;
    const isYear = /^(?:19|20)\d{2}$/.test(digits) && scale === '' && /^年?$/.test(unit) && share === '';
    const value = Number((Number(digits) * scaleOf(scale)).toPrecision(12));
    const about = (more ?? most) === undefined ? '' : '+';
    const shared = /^per ?cent$/.test(share) ? '%' : share;
    const key = isYear ? `${digits}${after}` : `${before}${value}${about}${shared}${unit}${after}`;
    figures.push({ key, at: it.index, end: it.index + whole.trimEnd().length, isYear });
  }
  return figures;
}

/** Whether two plain texts hold the same figures, each as often. */
export function hasSameFigures(one: string, other: string): boolean {
  const keys = figuresIn(one).map((it) => it.key);
  const others = figuresIn(other).map((it) => it.key);
  return keys.sort().join('\n') === others.sort().join('\n');
}
