/** Other names of a place, by its Chinese name, in normalised form. */
export const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  北京: ['首都', '京城', '北京市', 'beijing', 'capital', 'bj'],
  大兴: ['daxing', '大兴区'],
  全国: [
    '全总',
    '中国工会',
    '国家',
    '各地',
    'nationwide',
    'national',
    "china's",
    'across china',
    'acftu',
    'all-china',
  ],
  云南: ['云南省', 'yunnan'],
};

/**
 * Places of China and the world that people ask about, in normalised form: provinces, large cities, the districts of
 * Beijing, neighbours. Names that are also common words are left out.
 */
export const PLACES: readonly string[] = (
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 ' +
  '陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 台湾 广州 深圳 杭州 南京 苏州 成都 武汉 西安 郑州 长沙 青岛 济南 大连 ' +
  '沈阳 哈尔滨 长春 石家庄 太原 合肥 南昌 福州 厦门 宁波 无锡 昆明 贵阳 南宁 海口 兰州 西宁 银川 乌鲁木齐 拉萨 呼和浩特 ' +
  '珠海 东莞 佛山 温州 唐山 保定 雄安 海淀 朝阳区 东城区 西城区 丰台 石景山 通州 顺义 昌平 房山 门头沟 怀柔 密云 平谷 延庆 ' +
  '亦庄 大兴 美国 英国 法国 德国 日本 韩国 俄罗斯 印度 新加坡 加拿大 澳大利亚 越南 泰国 欧洲 ' +
  'tianjin shanghai chongqing guangdong guangzhou shenzhen hangzhou nanjing chengdu wuhan zhejiang jiangsu shandong ' +
  'sichuan hebei henan hunan hubei fujian haidian chaoyang tongzhou shunyi fengtai taiwan america germany france japan korea ' +
  'india russia britain uk usa canada australia singapore vietnam london paris tokyo'
).split(' ');

const WORDS = new Map(PLACES.map((it) => [it, it]));
for (const [place, names] of Object.entries(ALSO_CALLED)) {
  WORDS.set(place, place);
  for (const it of names) WORDS.set(it, place);
}
/** A name as it is looked for. `isWord`: nothing of its script may stand around it. */
type Name = { name: string; place: string; isWord: boolean };

/** All names by the code of their first character, of those the longest first; and whether one begins so at all. */
const byFirst = new Map<number, Name[]>();
const begins = new Uint8Array(0x10000);
for (const name of [...WORDS.keys()].sort((a, b) => b.length - a.length)) {
  const it = { name, place: WORDS.get(name) ?? name, isWord: /^[a-z]/.test(name) };
  const known = byFirst.get(name.charCodeAt(0));
  if (known) known.push(it);
  else byFirst.set(name.charCodeAt(0), [it]);
  begins[name.charCodeAt(0)] = 1;
}

const isWordAt = (text: string, at: number): boolean => /\w/.test(text.charAt(at));

/** 今日本报 names no country. */
const isPartOfWords = (text: string, name: string, at: number): boolean =>
  name === '日本' && at > 0 && '今昨即'.includes(text.charAt(at - 1));

function nameAt(text: string, at: number): Name | undefined {
  return byFirst.get(text.charCodeAt(at))?.find(({ name, isWord }) => {
    if (!text.startsWith(name, at) || isPartOfWords(text, name, at)) return false;
    return !isWord || !(isWordAt(text, at - 1) || isWordAt(text, at + name.length));
  });
}

/** The places that normalised text names, each once, by one name. */
export function placesIn(text: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at < text.length; ) {
    const it = begins[text.charCodeAt(at)] === 0 ? undefined : nameAt(text, at);
    if (it) found.add(it.place);
    at += it ? it.name.length : 1;
  }
  return [...found];
}

/** Normalised text without the places that it names. */
export function withoutPlaces(text: string): string {
  let out = '';
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const it = nameAt(text, at);
    if (!it) {
      at += 1;
      continue;
    }
    out += `${text.slice(from, at)} `;
    at += it.name.length;
    from = at;
  }
  return out + text.slice(from);
}
