/** Questions for a number, for money, for a date. Read as normalised text. */
const NUMBER = /多少|几(?=[个户家件场名人次年天项所条届组块倍成类期本])|how many|how much|百分之|比例/;
const MONEY =
  /多少(?:钱|元|块|亿|经费|资金|工资|薪)|几(?:块|元)|花了?多少|how much (?:money|is|are|do|does|did|should)|工资多|薪水/;
const DATE = /哪几年|几月|几号|哪一?[天年月]|什么时候|何时|啥时候?|when\b|what year|which year/;

/** Whether there is a number, an amount of money, a date: what an answer holds, or what a question asks for. */
export type AnswerKind = { number: boolean; money: boolean; date: boolean };

/** @param text an answer, normalised */
export function kindOfAnswer(text: string): AnswerKind {
  const withoutYears = text.replace(/(?:19|20)\d{2}(?:年|(?=[—–-]))/g, '');
  return {
    number: /\d/.test(withoutYears),
    money: /\d[\d.]*[万亿千百]*元/.test(text),
    date: /\d+(?:年|月|日)|今后|当年/.test(text),
  };
}

/** What a question asks for. */
export const kindAsked = (question: string): AnswerKind => ({
  number: NUMBER.test(question),
  money: MONEY.test(question),
  date: DATE.test(question),
});

/** Whether a number, an amount or a date is asked for which the answer does not hold. */
export const lacksKind = (asked: AnswerKind, kind: AnswerKind): boolean =>
  (asked.money && !kind.money) ||
  (asked.date && !kind.date && !kind.number) ||
  (asked.number && !kind.number && !asked.date);

/** Whether it asks for a number, an amount or a date at all. */
export const asksForKind = ({ number, money, date }: AnswerKind): boolean => number || money || date;
