/** What stands for what has been taken out. */
const OUT = '…';

/** Things that count: a long number before one of them is a figure and nobody's. */
const COUNTED = '(?!\\s?[个人名户元万亿家件次项条%])';
const PERSONAL: readonly RegExp[] = [
  /<[^>]*>|(?:https?:\/\/|www\.)\S+/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]{1,40}/gu,
  // 13 digits and more are cards and identity numbers, 11 from 1[3-9] mobile phones, with or without parting marks
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
  /(?<!\d)(?:\d[ -]?){12,}[\dxX](?!\d)/g,
  new RegExp(`(?<![\\d.])(?:0\\d{2,3}[- ]?)?\\d{7,}(?!\\d)${COUNTED}`, 'g'),
  /[〇零一二三四五六七八九幺]{7,}/g,
  /(?<=(?:微信号?|QQ号?|工号|卡号|账号|学号|密码)(?:是|为)?\s?:?\s?)[\w-]{4,}/gi,
  /(?<=\b(?:wechat|password|account|id)(?:\s(?:is|no\.?|number)|:)\s?)(?=[\w-]*\d)[\w-]{4,}/gi,
  /(?<=我叫|我的名字(?:叫|是)|名叫|姓名(?:是|为)?\s?:?\s?)\p{Script=Han}{2,4}/gu,
  /(?<=\b(?:my name is|i am called)\s)\p{L}+(?:\s\p{Lu}\p{L}+)?/giu,
  /(?<=家?住(?:在|址是?)?\s?:?\s?)[\p{Script=Han}\d]{2,}?(?:号楼?|室|弄|小区|单元)[\d-]*/gu,
];

/**
 * A question without phone, card and identity numbers, addresses, mentions and a name that somebody gives as their own.
 * Names told otherwise remain.
 */
export function withoutPersonal(question: string): string {
  let text = question.normalize('NFKC');
  for (const it of PERSONAL) text = text.replace(it, OUT);
  return text;
}
