import type { Language } from '../../calendar/moment.ts';
import { textsIn } from '../../texts/index.ts';
import type { EntryRating } from '../rating.ts';
import type { GapsReport } from './gaps.ts';
import type { Group } from './gaps-group.ts';

/** Most groups and entries that are printed; JSON has them all. */
const MOST_GROUPS = 50;
const MOST_ENTRIES = 20;

/** What people asked in vain, for the terminal. */
export function gapsTable(language: Language, { questions, groups, entries }: GapsReport): string {
  const { feedback } = textsIn(language);
  const { gaps: words, reasons: reasonWords } = feedback;
  if (questions === 0 && entries.length === 0) return words.nothing;
  const reasonsOf = ({ reasons }: Pick<Group, 'reasons'>): string[] =>
    (Object.entries(reasons) as [keyof typeof reasonWords, number][]).map(([reason, count]) =>
      words.share({ what: reasonWords[reason], count }),
    );
  const kindsOf = (group: Group): string[] => [
    ...(Object.entries(group.outcomes) as [keyof typeof words.outcomes, number][]).map(([outcome, count]) =>
      words.share({ what: words.outcomes[outcome], count }),
    ),
    ...reasonsOf(group),
  ];
  const groupLine = (group: Group): string =>
    words.group({
      count: group.count,
      sample: group.sample,
      kinds: kindsOf(group),
      near: group.nearest ?? words.nowhere,
      months: group.from === group.to ? group.from : words.months({ from: group.from, to: group.to }),
    });
  const entryLine = (it: EntryRating): string =>
    words.entry({ entry: it.entry, useless: it.useless, useful: it.useful, reasons: reasonsOf(it) });
  return [
    words.title({ questions, groups: groups.length }),
    ...cut(groups, MOST_GROUPS, groupLine, words.more),
    ...(entries.length > 0 ? ['', words.worst, ...cut(entries, MOST_ENTRIES, entryLine, words.more)] : []),
  ].join('\n');
}

/** The first of them as lines, and how many are left. */
function cut<It>(
  all: readonly It[],
  most: number,
  line: (it: It) => string,
  more: (left: { count: number }) => string,
): string[] {
  const left = all.length - most;
  return [...all.slice(0, most).map(line), ...(left > 0 ? [more({ count: left })] : [])];
}
