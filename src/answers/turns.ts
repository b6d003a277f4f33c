import type { Language } from '../calendar/moment.ts';

/** What is asked about the answer before, rather than of the reports. */
export type Turn = 'source' | 'more' | Language;

const SOURCE =
  /^(?:请?问?[一1]?下?)?(?:(?:这|那|这个|那个|上面|刚才)?(?:的)?(?:说法|内容|数字|数据|话|答案|回答)?(?:的)?)?(?:出处|来源|依据|根据)(?:在哪|是什么|是哪|是啥|呢|在哪里)?[吗呢啊]?$|^(?:你)?(?:哪来的|从哪来的|哪里来的|从哪看来的|哪份报告说的|哪里写的|谁说的|凭什么这么说|为什么这么说|为啥这么说|怎么知道的|有依据吗|有出处吗|看原文|原文呢|原文在哪)$|^(?:the )?(?:source|sources|citation|reference|why|why so|says who|how do you know|where (?:does|did) (?:it|this|that) come from|where is (?:this|that|it) from|what is (?:the|your) source|which report(?: says (?:so|that|this))?)$/;
const MORE =
  /^(?:请|能不能|可以|能)?(?:再)?(?:说|讲|写)?(?:得)?(?:详细|具体|仔细|展开)(?:[一1]?点儿?|[一1]?些|说说|讲讲|说|讲)?[吗呢吧啊]?$|^(?:还有呢|还有吗|继续|再多说点|多说点|多讲点|接着说|展开)$|^(?:more|more details?|tell me more|go on|in (?:more )?detail|elaborate|anything else|continue)(?: please)?$/;
const ENGLISH =
  /^(?:请|能不能|可以)?(?:用|说|换成|翻译成|翻成|译成)?(?:英文|英语)(?:版|说|怎么说|呢|再说[一1]遍)?[吗呢吧]?$|^(?:in|say it in|answer in)? ?english(?: please)?$/;
const CHINESE =
  /^(?:请|能不能|可以)?(?:用|说|换成|翻译成|翻成|译成)?(?:中文|汉语|普通话)(?:版|说|怎么说|呢|再说[一1]遍)?[吗呢吧]?$|^(?:in|say it in|answer in)? ?chinese(?: please)?$/;

/** What a follow-up asks about the answer before; undefined for a question of its own. @param text normalised */
export function turnOf(text: string): Turn | undefined {
  const line = text.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '').replace(/^please /, '');
  if (line.length > 30) return undefined;
  if (SOURCE.test(line)) return 'source';
  if (MORE.test(line)) return 'more';
  if (ENGLISH.test(line)) return 'en';
  return CHINESE.test(line) ? 'zh-CN' : undefined;
}
