type Term = { term: string; weight: string; field: string };
type Hit = { rank: number; score: string; place: string; from: number; to: number };

/** Said in the terminal to those who look into what a question hits. */
export const search = {
  usage: [
    '用法：',
    '  gongyou search [--content 文件夹] [--most 条数] "问题"   列出问题命中的段落和原因',
    '  gongyou search [--content 文件夹] [--most 条数] --jsonl  从标准输入逐行读 {"id","q"}，逐行写出命中的段落',
    '  文件夹里可以是 txt、md、html、docx、pdf 文件，也可以是内容文件夹；条数为1到1000，不写是10条。',
  ].join('\n'),
  noFolder: ({ folder }: { folder: string }) => `没有找到文件夹 ${folder}。请检查路径和权限。`,
  emptyFolder: ({ folder }: { folder: string }) =>
    `${folder} 里没有读得出的文件。请放进 txt、md、html、docx 或 pdf 文件再试。`,
  leftOut: ({ why }: { why: string }) => `跳过了一个文件：${why}`,
  meant: ({ question }: { question: string }) => `按读音相同的“${question}”查找。`,
  nothing: '没有命中任何段落。请换一种说法再试。',
  hit: ({ rank, score, place, from, to }: Hit) =>
    `${rank}. ${score}  ${place}（第${from === to ? from : `${from}–${to}`}行）`,
  term: ({ term, weight, field }: Term) => `${term} ${weight}（${field}）`,
  termHeard: ({ term, weight, field, typed }: Term & { typed: string }) =>
    `${term} ${weight}（${field}，问题里写的是“${typed}”）`,
  field: { title: '标题', text: '正文', both: '标题和正文' },
  terms: ({ terms, more }: { terms: readonly string[]; more: number }) =>
    `命中：${terms.join('、')}${more > 0 ? `，另有${more}个` : ''}`,
  features: ({
    base,
    covered,
    close,
    near,
    early,
    begins,
  }: Record<'base' | 'covered' | 'close' | 'near' | 'early' | 'begins', string>) =>
    `得分：索引 ${base}，覆盖 ${covered}，同一短语 ${close}，同一句 ${near}，位置靠前 ${early}，开头同名 ${begins}`,
};
