import type { Language } from '../calendar/moment.ts';
import type { Texts } from '../texts/index.ts';
import type { Block, Button, Card } from '../view/card.ts';
import { hasSource } from './documents/cards.ts';
import { ratePress } from './feedback-cards.ts';
import type { Entry, Found, Improved } from './index.ts';
import { receiptOf } from './receipts.ts';

/** What a card needs of an entry offered as a topic. */
export type Offer = { readonly entry: string; readonly title: string };

/** Longest question that travels with a button. */
export const MOST_QUESTION = 300;

/**
 * An answer with its source and what one can do next. `isPrivate`: only the asker sees it, and what its buttons
 * lead to.
 */
export function answerCard(
  question: string,
  found: Improved,
  offers: Offer[],
  isPrivate: boolean,
  texts: Texts,
): Card {
  const { ask } = texts;
  if (found.outcome === 'smalltalk') return { blocks: [{ kind: 'text', text: found.text }] };
  if (!found.source || !found.entry) return noneCard(question, found, offers, isPrivate, texts);
  const { entry, rest = [] } = found;
  const quotes = rest.flatMap(quoteOf);
  const more: Block[] =
    quotes.length > 0 ? [{ kind: 'text', quiet: true, text: ask.alsoAsked }, ...quotes] : [];
  const whole: Button[] = hasSource(entry)
    ? [{ label: ask.original, press: { act: 'source.show', input: { entry: entry.id } } }]
    : [];
  return {
    blocks: [
      ...leadsOf(found, texts),
      ...quoteOf(found),
      ...more,
      { kind: 'text', quiet: true, text: texts.feedback.receipt({ id: receiptOf(entry).id }) },
      ...topicButtons(offers, isPrivate, (title) => ask.otherwise({ title })),
      {
        kind: 'buttons',
        buttons: [
          { label: ask.useful, press: ratePress(entry.id, true, question) },
          { label: ask.notUseful, press: ratePress(entry.id, false, question) },
          ...whole,
          personButton(question, texts),
        ],
      },
    ],
  };
}

/** What is said before an answer: how the question was read, and what the answer is. */
function leadsOf({ outcome, entry, readAs, generated }: Improved, { ask, model }: Texts): Block[] {
  const lead = (text: string): Block => ({ kind: 'text', quiet: true, text });
  const read = readAs === undefined ? [] : [lead(model.readAs({ question: readAs }))];
  if (outcome === 'related') return [...read, lead(ask.related)];
  if (entry?.lines) return [...read, lead(ask.verbatim)];
  const worded: Block[] =
    generated === undefined ? [] : [{ kind: 'text', text: generated }, lead(model.generated)];
  return [...read, ...worded, lead(ask.grounded)];
}

const quoteOf = ({ text, entry, source }: Found): Block[] =>
  entry && source ? [{ kind: 'quote', text, source: { line: source.line, entry: entry.id } }] : [];

function noneCard(question: string, found: Found, offers: Offer[], isPrivate: boolean, texts: Texts): Card {
  const { ask } = texts;
  const [first] = offers;
  // topics stand on buttons here, so a text that lists them says it twice
  const isListed = first !== undefined && found.text.includes(first.title);
  const text = isListed ? ask.none : found.text || ask.none;
  return {
    blocks: [
      { kind: 'text', text },
      { kind: 'text', quiet: true, text: first ? ask.nearest : ask.noneNearest },
      ...topicButtons(offers, isPrivate, (title) => title),
      { kind: 'buttons', buttons: [personButton(question, texts)] },
    ],
  };
}

function topicButtons(offers: Offer[], isPrivate: boolean, label: (title: string) => string): Block[] {
  if (offers.length === 0) return [];
  const buttons: Button[] = offers.map(({ entry, title }) => ({
    label: label(title),
    press: { act: 'entry.show', input: { entry, private: isPrivate } },
  }));
  return [{ kind: 'buttons', buttons }];
}

const personButton = (question: string, { ask }: Texts): Button => ({
  label: ask.person,
  press: { act: 'desk.ask', input: { question: question.slice(0, MOST_QUESTION) } },
});

export const offerOf = (entry: Entry, language: Language): Offer => ({
  entry: entry.id,
  title: language === 'zh-CN' ? entry.title : entry.titleEn,
});
