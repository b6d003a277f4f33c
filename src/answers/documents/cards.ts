import type { Language } from '../../calendar/moment.ts';
import type { Passage } from '../../retrieval/passage.ts';
import { textsIn } from '../../texts/index.ts';
import type { Block, Card } from '../../view/card.ts';
import { type Entry, pathIn } from '../content.ts';
import { passageOf } from './passage-of.ts';

export { hasSource } from './passage-of.ts';

/** The very words of the report that an entry rests on, with the lines they stand on; or that they are not there. */
export function sourceCard(entry: Entry, language: Language): Card {
  const { sources } = textsIn(language).documents;
  const title = sources.title;
  const { report, section } = entry;
  const passages = passageOf(entry);
  if (passages.length === 0) {
    const facts = { title: report.title[language], section: pathIn(language, section) };
    return {
      title,
      blocks: [{ kind: 'text', text: report.source ? sources.nothingNear(facts) : sources.none(facts) }],
    };
  }
  return {
    title,
    blocks: [
      ...passages.map((it) => quoteOf(entry, it, language)),
      { kind: 'text', quiet: true, text: sources.asItStands },
    ],
  };
}

function quoteOf(entry: Entry, { text, path, from, to }: Passage, language: Language): Block {
  const { sources } = textsIn(language).documents;
  const line = sources.line({
    title: entry.report.title[language],
    section: path.join(' › '),
    lines: from === to ? sources.oneLine({ from }) : sources.lines({ from, to }),
  });
  return { kind: 'quote', text, source: { line, entry: entry.id } };
}
