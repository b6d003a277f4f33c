import { Index as FlexIndex } from 'flexsearch';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import { normalise } from '../src/language/normalise.ts';
import { tokensOf } from '../src/language/tokens.ts';
import type { Passage } from '../src/retrieval/index.ts';

/** Numbers of the best passages for a question, best first. */
export type Find = (question: string) => number[];

/** Another search engine, which is given the same terms as ours: with single characters if it finds more so. */
export type Peer = { readonly name: string; readonly open: (passages: readonly Passage[]) => Find };

/** Every pair of neighbours, word and number; single characters only when asked for. */
const termsOf = (text: string, singles: boolean): string[] =>
  tokensOf(normalise(text))
    .filter((it) => singles || it.kind !== 'char')
    .map((it) => it.text);

const wordsOf = ({ path, text }: Passage): string => [...path, text].join('\n');

const miniSearch: Peer = {
  name: 'MiniSearch',
  open(passages) {
    const index = new MiniSearch({
      fields: ['words'],
      tokenize: (text) => termsOf(text, true),
      processTerm: (it) => it,
    });
    index.addAll(passages.map((it, id) => ({ id, words: wordsOf(it) })));
    return (question) =>
      index
        .search(question)
        .slice(0, 10)
        .map((it) => Number(it.id));
  },
};

const flexSearch: Peer = {
  name: 'FlexSearch',
  open(passages) {
    const index = new FlexIndex({
      tokenize: 'strict',
      encode: (text: string) => termsOf(text, true),
      resolution: 9,
    });
    for (const [id, it] of passages.entries()) index.add(id, wordsOf(it));
    return (question) => index.search(question, { limit: 10, suggest: true }).map(Number);
  },
};

const sqlite: Peer = {
  name: 'SQLite FTS5',
  open(passages) {
    const database = new Database(':memory:');
    database.exec(`CREATE VIRTUAL TABLE passages USING fts5 (words, content='', tokenize='unicode61')`);
    const insert = database.prepare('INSERT INTO passages (rowid, words) VALUES (?, ?)');
    const insertAll = database.transaction(() => {
      for (const [id, it] of passages.entries()) insert.run(id, termsOf(wordsOf(it), false).join(' '));
    });
    insertAll();
    const select = database.prepare('SELECT rowid FROM passages WHERE words MATCH ? ORDER BY rank LIMIT 10');
    return (question) => {
      const terms = [...new Set(termsOf(question, false))].map((it) => `"${it.replaceAll('"', '')}"`);
      if (terms.length === 0) return [];
      return (select.all(terms.join(' OR ')) as { rowid: number }[]).map((it) => it.rowid);
    };
  },
};

export const PEERS: readonly Peer[] = [miniSearch, flexSearch, sqlite];
