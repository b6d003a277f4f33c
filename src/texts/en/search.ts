import type { search as zhCn } from '../zh-cn/search.ts';

export const search: typeof zhCn = {
  usage: [
    'Usage:',
    '  gongyou search [--content FOLDER] [--most N] "question"   list the passages that a question hits, and why',
    '  gongyou search [--content FOLDER] [--most N] --jsonl      read lines {"id","q"} and write the passages hit as lines',
    '  The folder holds txt, md, html, docx or pdf files, or is a content folder. N is 1 to 1000; it is 10 unless told.',
  ].join('\n'),
  noFolder: ({ folder }) => `There is no folder ${folder}. Check the path and its permissions.`,
  emptyFolder: ({ folder }) =>
    `${folder} has no file that can be read. Put txt, md, html, docx or pdf files into it and try again.`,
  leftOut: ({ why }) => `A file was left out: ${why}`,
  meant: ({ question }) => `Searched for what sounds the same: “${question}”.`,
  nothing: 'No passage was hit. Try other words.',
  hit: ({ rank, score, place, from, to }) =>
    `${rank}. ${score}  ${place} (${from === to ? `line ${from}` : `lines ${from}–${to}`})`,
  term: ({ term, weight, field }) => `${term} ${weight} (${field})`,
  termHeard: ({ term, weight, field, typed }) => `${term} ${weight} (${field}, typed “${typed}”)`,
  field: { title: 'heading', text: 'text', both: 'heading and text' },
  terms: ({ terms, more }) => `Hit: ${terms.join(', ')}${more > 0 ? `, and ${more} more` : ''}`,
  features: ({ base, covered, close, near, early, begins }) =>
    `Score: index ${base}, covered ${covered}, in one phrase ${close}, in one sentence ${near}, early ${early}, begins with ${begins}`,
};
