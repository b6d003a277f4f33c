import { normalise } from '../../language/normalise.ts';
import type { EntryFile } from '../schema.ts';
import type { Tell } from './finding.ts';
import { numberKey, numbersInChinese, scaleOf } from './numbers.ts';
import { numbersInEnglish } from './numbers-english.ts';

/** Longest topic, so that it fits a button. */
const MOST_IN_TITLE = 18;
const LEAST_ASKED = { ask: 4, 'ask-en': 2 } as const;

/** A year, or words that say which time is meant or that nobody knows. */
const PERIOD = /\d{4}|今后|未来|过去|以来|历年|每年|未注明|未写|不详/;
const HALF_WIDTH = /\p{Script=Han}[”’」』》）]*[,;:?!()](?!\/\/)|\p{Script=Han}\.(?![\w.])/u;

type Figure = NonNullable<EntryFile['figures']>[number];

/** What can be said of an entry alone. The way begins at the entry. */
export function checkEntry(entry: EntryFile, tell: Tell): void {
  if ([...entry.title].length > MOST_IN_TITLE) tell('title-long', ['title'], { what: entry.title });
  if (!PERIOD.test(entry.about)) tell('period-vague', ['about'], { what: entry.about });
  for (const field of ['ask', 'ask-en'] as const) {
    const ways = new Set(entry[field].map(askedKey));
    if (ways.size < LEAST_ASKED[field])
      tell('asked-alike', [field], { what: field, other: String(ways.size) });
  }
  for (const field of ['title', 'about', 'answer'] as const) checkMarks(entry[field], [field], tell);
  for (const [at, it] of entry.ask.entries()) checkMarks(it, ['ask', at], tell);
  for (const [at, it] of (entry.figures ?? []).entries()) checkFigure(entry, it, ['figures', at], tell);
  checkEnglish(entry, tell);
}

/** One form for ways of asking that read the same: marks and blanks say nothing. */
export const askedKey = (asked: string): string => normalise(asked).replace(/[\p{P}\p{S}\s]+/gu, '');

/** Tells a half-width mark after a Chinese character. */
export function checkMarks(text: string, way: readonly PropertyKey[], tell: Tell): void {
  const found = HALF_WIDTH.exec(text);
  if (found) tell('half-width', way, { what: text.slice(Math.max(0, found.index - 4), found.index + 2) });
}

function checkFigure({ answer }: EntryFile, figure: Figure, way: readonly PropertyKey[], tell: Tell): void {
  const { what, value, unit, year } = figure;
  if (!PERIOD.test(year)) tell('figure-year', [...way, 'year'], { what, other: year });
  checkMarks(what, [...way, 'what'], tell);
  if (typeof value === 'number' && unit.trim() === '') {
    tell('figure-unit', [...way, 'unit'], { what });
    return;
  }
  const { known } = numbersInChinese(answer);
  const missing = keysOf(figure).filter((it) => !known.has(it));
  if (missing.length > 0) tell('figure-elsewhere', [...way, 'value'], { what: `${value}${unit}` });
}

function keysOf({ value, unit }: Figure): string[] {
  if (typeof value === 'number') return [numberKey(value * scaleOf(unit), /^(?:%|个百分点)/.test(unit))];
  return [...numbersInChinese(`${value}${unit}`).told];
}

/** Both languages of an answer hold the same figures and years, however they are written. */
function checkEnglish(entry: EntryFile, tell: Tell): void {
  const chinese = numbersInChinese(entry.answer);
  const english = numbersInEnglish(entry['answer-en']);
  const lacks = [...chinese.told].filter((it) => !english.known.has(it));
  const adds = [...english.told].filter((it) => !chinese.known.has(it));
  if (lacks.length > 0) tell('english-lacks', ['answer-en'], { what: lacks.join('、') });
  if (adds.length > 0) tell('english-adds', ['answer-en'], { what: adds.join('、') });
}
