import type { KnownBlock } from '@slack/types';
import type { Texts } from '../../texts/index.ts';
import type { Block, TallyRow } from '../../view/card.ts';
import { button, plain } from './elements.ts';
import { LIMITS } from './limits.ts';
import { cut, split } from './split.ts';

type Tally = Extract<Block, { kind: 'tally' }>;

/** Pieces in a full bar. */
const BAR = 10;

/** Options as sections, each with its bar, its votes and, as long as one may vote, its button. */
export function tally({ rows, people, caption }: Tally, words: Texts['slack']): KnownBlock[] {
  const captions: KnownBlock[] = split(caption, LIMITS.context).map((part) => ({
    type: 'context',
    elements: [plain(part)],
  }));
  return [...rows.flatMap((row) => rowBlocks(row, people, words)), ...captions];
}

/** The same in words. */
export const tallyLines = ({ rows, people, caption }: Tally, words: Texts['slack']): string[] => [
  ...rows.map(
    ({ label, count }) => `${words.label({ label })}${words.votes({ count, share: share(count, people) })}`,
  ),
  caption,
];

function rowBlocks({ label, count, press }: TallyRow, people: number, words: Texts['slack']): KnownBlock[] {
  const full = people > 0 ? Math.min(BAR, Math.round((count / people) * BAR)) : 0;
  const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
  const votes = words.votes({ count, share: share(count, people) });
  const parts = split(`${label}\n${bar}  ${votes}`, LIMITS.section);
  return parts.map((part, nth): KnownBlock => {
    const section = { type: 'section', text: plain(part), expand: true } as const;
    if (!press || nth < parts.length - 1) return section;
    const name = cut(words.voteFor({ label }), LIMITS.button.accessibility);
    return {
      ...section,
      accessory: { ...button({ label: words.vote, press }, 0, words), accessibility_label: name },
    };
  });
}

const share = (count: number, people: number): number =>
  people > 0 ? Math.round((count * 100) / people) : 0;
