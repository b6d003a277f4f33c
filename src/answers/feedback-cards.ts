import type { Language } from '../calendar/moment.ts';
import type { Texts } from '../texts/index.ts';
import type { Block, Card, Press } from '../view/card.ts';
import type { Entry } from './content.ts';
import { keepable, MOST_RATED, REASONS, type Reason } from './gaps.ts';
import type { Receipt } from './receipts.ts';

export { MOST_RATED, REASONS } from './gaps.ts';

/** What the buttons under an answer carry out that say whether it helped. */
export const ratePress = (entry: string, useful: boolean, question: string): Press => ({
  act: 'answer.rate',
  input: useful ? { entry, useful } : { entry, useful, question: keepable(question, MOST_RATED) },
});

/**
 * Asks why an answer did not help. `gap`: what its question is kept under; `chosen`: what was said already, which
 * can be changed.
 */
export function reasonCard(
  entry: string,
  gap: string | undefined,
  chosen: Reason | undefined,
  { ask, feedback }: Texts,
): Card {
  const said: Block[] =
    chosen === undefined
      ? [
          { kind: 'text', text: ask.sorry },
          { kind: 'text', quiet: true, text: feedback.whyAsked },
        ]
      : [{ kind: 'text', text: feedback.whyThanks({ reason: feedback.reasons[chosen] }) }];
  const buttons = REASONS.map((reason) => ({
    label: feedback.reasons[reason],
    press: { act: 'answer.reason', input: { entry, reason, ...(gap === undefined ? {} : { gap }) } },
  }));
  return { blocks: [...said, { kind: 'buttons', buttons }] };
}

/** A receipt as a card: what was said and on what ground, and what has become of the entry. */
export function receiptCard(
  receipt: Receipt,
  now: Entry | undefined,
  language: Language,
  isPrivate: boolean,
  texts: Texts,
): Card {
  const { feedback } = texts;
  const source = { line: receipt.line[language], entry: receipt.entry };
  const extract: Block[] =
    receipt.extract === undefined
      ? []
      : [
          { kind: 'text', quiet: true, text: feedback.receiptExtract },
          { kind: 'quote', text: receipt.extract, source },
        ];
  return {
    title: feedback.receiptTitle({ id: receipt.id }),
    blocks: [
      { kind: 'text', quiet: true, text: feedback.receiptLead },
      { kind: 'quote', text: receipt.answer[language], source },
      ...extract,
      { kind: 'facts', rows: factsOf(receipt, language, texts) },
      ...standing(receipt, now, isPrivate, texts),
    ],
  };
}

function factsOf(receipt: Receipt, language: Language, { answers, feedback }: Texts) {
  const { fact } = feedback;
  const { year } = receipt;
  return [
    { label: fact.title, text: receipt.title[language] },
    { label: fact.report, text: receipt.report[language] },
    { label: fact.section, text: receipt.section[language] },
    { label: fact.level, text: answers.levels[receipt.level] },
    { label: fact.year, text: year === undefined ? answers.yearUnknown : answers.year({ year }) },
    { label: fact.entry, text: receipt.entry },
    { label: fact.version, text: receipt.version },
  ];
}

/** Whether the entry still says so, and the way to what it says now. */
function standing(receipt: Receipt, now: Entry | undefined, isPrivate: boolean, texts: Texts): Block[] {
  const { feedback } = texts;
  if (!now) return [{ kind: 'text', text: feedback.receiptGone }];
  if (now.version === receipt.version) return [{ kind: 'text', quiet: true, text: feedback.receiptSame }];
  const press = { act: 'entry.show', input: { entry: now.id, private: isPrivate } };
  return [
    { kind: 'text', text: feedback.receiptNewer },
    { kind: 'buttons', buttons: [{ label: feedback.showNow, press }] },
  ];
}
