/** Stands for what was taken out. */
const OUT = '***';

/** Common family names, of two characters and of one; without those that begin what people are: 司机, 党员, 农民. */
const FAMILY =
  '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|' +
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石' +
  '金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺顾毛郝龚邵万钱严武戴莫孔向汤温康施文牛樊葛邢齐易乔伍庞颜倪庄聂章鲁岳翟殷' +
  '詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时阳阎穆' +
  '古吉缪简项连芦麦褚娄窦戚岑景宫费卜冷晏席卫米柏宗瞿桂佟应臧闵苟邬边卞姬和仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝])';
const HAN = '\\p{Script=Han}';
/** What follows a name, when it is not a mark. */
const AFTER_NAME = '(?=[\\s\\p{P}]|$|在|是|想|请|来自|今年|要|问|有|的)';
const NAME = `(?:${HAN}{1,6}[·•]${HAN}[·•\\p{Script=Han}]{0,10}?|${HAN}{2,4}?)${AFTER_NAME}|${HAN}{1,4}|[A-Za-z][\\w.'-]*(?: [A-Z][\\w.'-]*)*`;

/** What looks personal; where it has a group, the group stays and what follows it goes. */
const PERSONAL: readonly RegExp[] = [
  /\b(?:https?|ftp|mailto|tel|slack):\/*\S+/giu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  /<[@#!][^>]*>/gu,
  new RegExp(`@(?:[\\w.-]{1,60}|${HAN}{1,4})+`, 'gu'),
  /((?:微信|QQ|wechat|weixin|vx|telegram|line id)(?:号|群)?[\s是为:：]*)[\w-]{5,}/giu,
  /((?:工号|会员号|会员证号|卡号|账号|帐号|编号|学号|证号|护照|passport|employee (?:id|number)|member (?:id|number))[\s是为:：#号]*)[A-Za-z]{0,4}\d[\w-]{2,}/giu,
  /((?:账号|帐号|学号|密码)[\s是为:：]*)[\w-]{4,}/giu,
  /(\b(?:wechat|password|account|id)(?:\s(?:is|no\.?|number)|[:：])\s?)(?=[\w-]*\d)[\w-]{4,}/giu,
  /((?:家住|住址|住在)[\s在是为:：]*)[\p{Script=Han}\d]{2,}?(?:号楼?|室|弄|小区|单元)[\d-]*/gu,
  /(?<![A-Za-z0-9])[A-Z]{1,2}\d{7,9}(?!\d)/gu,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z0-9]{5,6}/gu,
  /[零〇一二三四五六七八九幺两]{7,}/gu,
  /(?:\d{1,5}(?:号楼|号院|号|单元|栋|幢|楼|层|室)){2,}/gu,
  new RegExp(`((?:我的?名字?[是叫]|我名?叫|本人叫?|姓名)[\\s是为叫:：]*)(?:${NAME})`, 'gu'),
  new RegExp(`(我是)${FAMILY}${HAN}{1,2}(?=[\\s\\p{P}]|$)`, 'gu'),
  new RegExp(`${FAMILY}${HAN}{0,2}(?=先生|女士|小姐|师傅|大姐|大哥)`, 'gu'),
  /(my name(?: is|'s)\s+)[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]*)*/giu,
  /((?:I am|I'm|this is)\s+)\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*)*/gu,
  /((?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]*)*/gu,
];

/** Seven digits or more, written together or in groups: of a phone, a card, an identity card. */
const LONG_NUMBER = /\+?\(?\d(?:[\s()-]{0,2}\d){6,}[Xx]?/gu;
/** `2019-2020`, `2018 2019 2020`. */
const YEARS = /^(?:(?:19|20)\d\d[\s-]*)+$/;

/**
 * A text without what looks personal: addresses of every kind, numbers that could be a phone's or a card's, mentions,
 * and names that are given as such. Rather too much than too little goes; a name in the middle of a sentence may
 * stay. One line, without control characters.
 */
export function anonymous(text: string): string {
  const plain = text
    .slice(0, 2000)
    .replace(/[\uff20\uff0b\uff0d\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, (it) =>
      it.normalize('NFKC'),
    )
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ');
  let out = plain;
  for (const pattern of PERSONAL) {
    out = out.replace(pattern, (_, kept: unknown) => (typeof kept === 'string' ? kept : '') + OUT);
  }
  return out.replace(LONG_NUMBER, numberOut).trim();
}

/** A figure with its unit stays, and so do years; `at` is where it stands in `whole`. */
function numberOut(number: string, at: number, whole: string): string {
  if (YEARS.test(number) && /[\s-]/.test(number)) return number;
  const digits = number.replace(/\D/g, '').length;
  const after = whole.slice(at + number.length).trimStart();
  if (digits <= 10 && digits === number.length && /^[元人万亿个家名户件场次%％]/.test(after)) return number;
  return OUT;
}
