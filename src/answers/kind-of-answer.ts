/** Questions for a number, for money, for a date. Read as normalised text. */
const NUMBER = /多少|几(?=[个户家件场名人次年天项所条届组块倍成类期本])|how many|how much|百分之|比例/;
const MONEY =
  /多少(?:钱|元|块|亿|经费|资金|工资|薪)|几(?:块|元|万块)|花了?多少|how much (?:money|is|are|do|does|did|should)|工资多|薪水/;
const DATE = /哪几年|几月|几号|哪一?[天年月]|什么时候|何时|啥时候?|when\b|what year|which year/;
/** For a place or number to turn to. */
const CONTACT =
  /电话|手机号|号码|地址|网址|邮箱|哪条(?:街|路)|门牌|几楼|哪个?(?:站|楼)|怎么走|公众号|二维码|离我|附近|几点|phone number|address|website|e-?mail|nearest|near me|opening hours|what time/;
/** For how to apply, and with what papers. */
const PROCEDURE =
  /申请|手续|材料|证件|证明|填.{0,3}表|盖章|报名|办理|流程|审批|窗口|去哪.?[办领交报]|找谁|怎么[办领退入]|截止|资格|apply|application|sign up|paperwork|documents? (?:do|should|need)|eligib|deadline|register/;
/** For what one person or one household gets, or for a fixed rate. */
const EACH =
  /人均|每人|每户|每[家位]|一个人|每个?月|一个月|按月|标准|档次|费率|涨[了多几]|几块|per (?:person|head|month|family)|each (?:person|member|family|month)|salary|wage level/;

/** For several things one after another, and how they stand in an answer. */
const LIST =
  /哪[些几两234567890]|几[个项条种样类方面]|分别|包括|都有|有啥|列一?下|各是|还有(?:哪|什么|啥)|which|what (?:are|kinds|types|\d)|list|name (?:the|all|\d)/;
const LISTED = /、.*、|;.*;|一是|,.*,.*,/;

/** For people by their names. */
const PERSON = /谁|哪些人|哪几个人|哪位|哪个人|什么名字|姓名|名单|姓什么|\bwho\b|\bwhose\b|names? of/;

/**
 * What an answer holds, or what a question asks for: a number, an amount of money, a date; `contact`, `procedure`,
 * `each`: what people need who want to act on it; `person`: names; `list`:
 * several things.
 */
export type AnswerKind = {
  number: boolean;
  money: boolean;
  date: boolean;
  contact: boolean;
  procedure: boolean;
  each: boolean;
  person: boolean;
  list: boolean;
};

/**
 * @param text an answer, normalised
 * @param asked its known ways of asking, normalised: whether it names people is not seen by its words
 */
export function kindOfAnswer(text: string, asked: string): AnswerKind {
  const withoutYears = text.replace(/(?:19|20)\d{2}(?:年|(?=[—–-]))/g, '');
  return {
    number: /\d/.test(withoutYears),
    money: /\d[\d.]*[万亿千百]*元/.test(text),
    date: /\d+(?:年|月|日)|今后|当年/.test(text),
    contact: CONTACT.test(text) || /热线|\d{5}/.test(text),
    procedure: PROCEDURE.test(text),
    each: EACH.test(text),
    person: PERSON.test(asked),
    list: LISTED.test(text),
  };
}

/** What a question asks for. */
export const kindAsked = (question: string): AnswerKind => ({
  number: NUMBER.test(question),
  money: MONEY.test(question),
  date: DATE.test(question),
  contact: CONTACT.test(question),
  procedure: PROCEDURE.test(question),
  each: EACH.test(question),
  person: PERSON.test(question),
  list: LIST.test(question),
});

/** Whether a number, an amount or a date is asked for which the answer does not hold. */
export const lacksKind = (asked: AnswerKind, kind: AnswerKind): boolean =>
  (asked.money && !kind.money) ||
  (asked.date && !kind.date && !kind.number) ||
  (asked.number && !kind.number && !asked.date);

/** How many of the things that people need who want to act are asked for and not in the answer. */
export const lacksNeeds = (asked: AnswerKind, kind: AnswerKind): number =>
  Number(asked.contact && !kind.contact) +
  Number(asked.procedure && !kind.procedure) +
  Number(asked.each && !kind.each) +
  Number(asked.person && !kind.person);

/** Whether it asks for what an answer must hold and may lack. */
export const asksForKind = ({ number, money, date, contact, procedure, each, person }: AnswerKind): boolean =>
  number || money || date || contact || procedure || each || person;

/** Whether something is asked for that the answer holds. */
export const holdsKind = (asked: AnswerKind, kind: AnswerKind): boolean =>
  (asked.number && kind.number) ||
  (asked.money && kind.money) ||
  (asked.date && kind.date) ||
  (asked.contact && kind.contact) ||
  (asked.person && kind.person);
