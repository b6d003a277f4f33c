import { placesIn } from '../../language/places.ts';
import type { Entry } from '../content.ts';
import { yearsIn } from '../scope.ts';
import { groundOf, restsOn } from './ground.ts';
import { isOrdinary, plainOf } from './plain.ts';
import { deniesAlike } from './turns.ts';

/** Why a model's rewording of a question is not taken up. */
export type RewordingFault =
  | 'long'
  | 'markup'
  | 'number'
  | 'year'
  | 'place'
  | 'name'
  | 'denial'
  | 'same'
  | 'ground';

/** Most characters of a rewording: it stands in a line of a card. */
const LONGEST = 100;

const NUMBER = /\d+(?:\.\d+)?%?/g;
/** When it is, without a figure. */
const TIMES =
  /今年|去年|前年|明年|后年|本月|上个?月|下个?月|上半年|下半年|季度|(?:this|last|next) (?:year|month|week)|today|yesterday/g;
/** What is named: of an organisation or a place the two characters before its kind, words in quotes, Latin words. */
const NAMED =
  /(?<![我你您他咱本全各哪该这那])(?:\p{Script=Han}{2})(?:省|市|县|区|镇|乡|村|街道|集团|公司|工厂|大学|学院|学校|医院|银行|法院)|[“"「『]([^”"」』]{1,20})[”"」』]/gu;
const OWN_KIND = /^(?:我们|咱们|你们|他们|这个|那个|哪个|什么|每个|一个|所在)/;
const LATIN = /[a-z][a-z0-9-]+/g;

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((it) => other.has(it));
const all = (text: string, pattern: RegExp): Set<string> => new Set(text.match(pattern) ?? []);

/**
 * What is wrong with a rewording of a question by itself: it must ask for the same numbers, years, places, times and
 * names, deny as often, and do more than leave words out.
 */
export function faultInRewording(rewording: string, question: string): RewordingFault | undefined {
  if (rewording.length < 4 || rewording.length > LONGEST) return 'long';
  if (!isOrdinary(rewording)) return 'markup';
  const plain = plainOf(rewording);
  const asked = plainOf(question);
  if (!isSame(all(plain, NUMBER), all(asked, NUMBER))) return 'number';
  if (!isSame(new Set(yearsIn(plain)), new Set(yearsIn(asked)))) return 'year';
  if (!isSame(all(plain, TIMES), all(asked, TIMES))) return 'year';
  if (!isSame(new Set(placesIn(plain)), new Set(placesIn(asked)))) return 'place';
  if (!keepsNames(plain, asked)) return 'name';
  if (!deniesAlike(plain, asked)) return 'denial';
  return restsOn(plain, groundOf(asked)) ? 'same' : undefined;
}

/** Names of Chinese questions; in English there is no telling a name from a word. */
function keepsNames(plain: string, asked: string): boolean {
  for (const [whole, quoted] of asked.matchAll(NAMED))
    if (!OWN_KIND.test(whole) && !plain.includes(quoted ?? whole)) return false;
  if (!/\p{Script=Han}/u.test(asked)) return true;
  return [...all(asked, LATIN)].every((it) => plain.includes(it));
}

/** Whether a rewording is made of what was asked and of what the entry says, and of nothing else. */
export function isOfEntry(rewording: string, question: string, entry: Entry): boolean {
  const { title, titleEn, ask, askEn, answer, answerEn } = entry;
  const known = [question, title, titleEn, ...ask, ...askEn, answer, answerEn].map(plainOf).join('\n');
  return restsOn(plainOf(rewording), groundOf(known));
}
