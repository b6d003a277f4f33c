/** Radicals that fonts confuse with the characters they look like, and those characters. */
const RADICALS = '⺁⺎⺟⺠⺩⺮⺶⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻱⻳';
const CHARACTERS = '厂兀母民王竹羊虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟龟';
const meant = new Map([...RADICALS].map((it, nth) => [it, [...CHARACTERS][nth] ?? it]));

/** The characters that are meant where a PDF file names radicals of the same look: `⼯会` is `工会`. */
export const withoutRadicals = (text: string): string =>
  text
    .replace(/[\u2e80-\u2eff]/g, (it) => meant.get(it) ?? it)
    .replace(/[\u2f00-\u2fd5]/g, (it) => it.normalize('NFKC'));
