import type { Entry } from './content.ts';
import type { Reader, Reading } from './lexicon.ts';
import { bare } from './query.ts';

/** How much a word of each field says that the entry is about it. */
const FIELDS = { title: 2, answer: 2, section: 1, report: 0.5, figure: 0.6, about: 0.5 } as const;
/** Fields that a term stands in, as bits. */
export const IN = { title: 1, answer: 2, heading: 4 } as const;

/**
 * What an entry holds, by the numbers of its terms. At the same place: `text`, the weight of the fields with the
 * term; `ways`, how many known ways of asking have it; `fields`, bits of `IN`.
 */
export type Sheet = {
  terms: Int32Array;
  text: Float32Array;
  ways: Uint8Array;
  fields: Uint8Array;
  /** The terms of each known way of asking, its title being one; each term once. */
  asked: readonly Int32Array[];
};

type Field = { text: string; weight: number; bit: number };

function fieldsOf({ report, section, ...entry }: Entry): Field[] {
  const field = (text: string, weight: number, bit = 0): Field => ({ text, weight, bit });
  const fields = [
    field(entry.title, FIELDS.title, IN.title),
    field(entry.titleEn, FIELDS.title, IN.title),
    field(entry.answer, FIELDS.answer, IN.answer),
    field(entry.answerEn, FIELDS.answer, IN.answer),
    field(entry.about, FIELDS.about),
  ];
  for (const it of section.path) {
    fields.push(field(it['zh-CN'], FIELDS.section, IN.heading), field(it.en, FIELDS.section, IN.heading));
  }
  for (const it of [report.title, report.issuer, report.region]) {
    fields.push(field(it['zh-CN'], FIELDS.report, IN.heading), field(it.en, FIELDS.report, IN.heading));
  }
  for (const { what } of entry.figures) {
    fields.push(field(what['zh-CN'], FIELDS.figure, IN.answer), field(what.en, FIELDS.figure, IN.answer));
  }
  return fields;
}

/** A way of asking without what is said around a question. */
function readWay(line: string, { read, readPlain }: Reader): Reading {
  const whole = read(line);
  const plain = bare(whole.plain);
  return plain === whole.plain ? whole : readPlain(plain);
}

/** The sheets of all entries, in their order. */
export function sheetsOf(entries: readonly Entry[], reader: Reader): Sheet[] {
  return entries.map((entry) => {
    const places = new Map<number, number>();
    const text: number[] = [];
    const ways: number[] = [];
    const fields: number[] = [];
    const placeOf = (id: number): number => {
      const known = places.get(id);
      if (known !== undefined) return known;
      text.push(0);
      ways.push(0);
      fields.push(0);
      places.set(id, places.size);
      return places.size - 1;
    };
    for (const { text: words, weight, bit } of fieldsOf(entry)) {
      const { tokens, concepts } = reader.read(words);
      for (const id of [...tokens, ...concepts]) {
        const at = placeOf(id);
        text[at] = (text[at] ?? 0) + weight;
        fields[at] = (fields[at] ?? 0) | bit;
      }
    }
    const lines = [...entry.ask, ...entry.askEn, entry.title, entry.titleEn];
    const asked = lines.map((line) => {
      const { tokens, concepts } = readWay(line, reader);
      const terms = new Set([...tokens, ...concepts]);
      for (const id of terms) {
        const at = placeOf(id);
        ways[at] = Math.min(255, (ways[at] ?? 0) + 1);
      }
      return Int32Array.from(terms);
    });
    return {
      terms: Int32Array.from(places.keys()),
      text: Float32Array.from(text),
      ways: Uint8Array.from(ways),
      fields: Uint8Array.from(fields),
      asked,
    };
  });
}

/** How soon more of the same word says nothing more; and what the fullest use of a word is worth. */
const ENOUGH = 1;
const FULLEST = 1.25;

/** What so much weight of a term says, 0…1.25: above a half for a term of the title, near the top for the subject. */
export const holding = (weight: number): number => (FULLEST * weight) / (weight + ENOUGH);
