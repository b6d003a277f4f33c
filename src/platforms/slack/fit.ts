import type { KnownBlock } from '@slack/types';
import type { Texts } from '../../texts/index.ts';
import { plain } from './elements.ts';
import { LIMITS, type Surface } from './limits.ts';

/**
 * The blocks that fit, with a line in place of the first that do not, saying how much is left out. Buttons go
 * before words: without them nothing could be done.
 */
export function fitted(blocks: KnownBlock[], surface: Surface, words: Texts['slack']): KnownBlock[] {
  const most = LIMITS.blocks[surface];
  const costs = blocks.map(charsOf);
  if (blocks.length <= most && sum(costs) <= LIMITS.whole) return blocks;
  const acting = (block: KnownBlock): boolean => block.type === 'actions';
  // room for the line itself
  let room = { blocks: most - 1, chars: LIMITS.whole - 100 };
  const kept = new Set<KnownBlock>();
  const keep = (wanted: (block: KnownBlock) => boolean): void => {
    for (const [nth, block] of blocks.entries()) {
      if (!wanted(block)) continue;
      const chars = room.chars - (costs[nth] ?? 0);
      if (room.blocks === 0 || chars < 0) return;
      room = { blocks: room.blocks - 1, chars };
      kept.add(block);
    }
  };
  keep(acting);
  keep((block) => !acting(block));
  const lost = blocks.reduce((chars, block, nth) => chars + (kept.has(block) ? 0 : (costs[nth] ?? 0)), 0);
  const line: KnownBlock = { type: 'context', elements: [plain(words.leftOut({ chars: lost }))] };
  const first = blocks.findIndex((block) => !kept.has(block));
  return [...blocks.slice(0, first), line, ...blocks.slice(first).filter((block) => kept.has(block))];
}

/** Characters that are shown. */
function charsOf(node: unknown): number {
  if (Array.isArray(node)) return sum(node.map(charsOf));
  if (typeof node !== 'object' || node === null) return 0;
  return sum(
    Object.entries(node).map(([name, value]) =>
      typeof value === 'string'
        ? name === 'text' || name === 'fallback'
          ? value.length
          : 0
        : charsOf(value),
    ),
  );
}

const sum = (numbers: number[]): number => numbers.reduce((total, it) => total + it, 0);
