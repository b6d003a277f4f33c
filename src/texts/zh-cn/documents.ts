type OfFile = { file: string };
type Asked = { name: string; write: string };
type Counts = { title: string; sections: number; passages: number };

/** Said of documents that an operator brings in. */
export const documents = {
  import: {
    line: '  gongyou content import 文件 [--draft] …       把自己的报告导入进来，按原文回答；或者写成草稿',
    usage: [
      '用法：gongyou content import 文件（txt、md、html、docx、pdf）',
      '        --id 编号 --title 题目 --issuer 谁发布的 --level 全国|市|区|基层 --region 地区',
      '        --year 年份|unknown --authority official|press|unofficial',
      '        [--title-en … --issuer-en … --region-en …] [--draft] [--replace]',
      '  不写 --draft：马上按原文回答。写 --draft：只写草稿，由人改写以后再用。',
      '  在终端里没有写全的，会一项一项地问；不会自己猜。',
    ].join('\n'),
    fields: {
      id: { name: '编号', write: '小写字母、数字和连字符，如 branch-2026' },
      title: { name: '报告题目', write: '和报告上的一字不差' },
      'title-en': { name: '报告题目的英文', write: '一行英文' },
      issuer: { name: '谁发布的', write: '单位全称，如“某市总工会”' },
      'issuer-en': { name: '发布单位的英文', write: '一行英文' },
      level: { name: '哪一级', write: '全国、市、区、基层中的一个' },
      region: { name: '哪个地区', write: '地区名，如“某市”；全国的写“全国”' },
      'region-en': { name: '地区的英文', write: '一行英文' },
      year: { name: '哪一年的', write: '四位年份，如 2026；不知道就写 unknown' },
      authority: {
        name: '有多正式',
        write: 'official（正式文件）、press（媒体报道）、unofficial（非正式）中的一个',
      },
    },
    ask: ({ name, write }: Asked) => `${name}（${write}）：`,
    askLater: ({ name, write }: Asked) => `${name}（${write}；可以空着，直接回车）：`,
    wrong: ({ name, what, write }: Asked & { what: string }) => `${name}不能是“${what}”。请写：${write}。`,
    incomplete: '这些只有您知道，请补在命令里再运行一次：',
    missing: ({ option, name, write }: Asked & { option: string }) => `  --${option} …    ${name}：${write}`,
    unanswered: '没有答完，什么也没有改。',
    same: ({ title }: { title: string }) => `《${title}》已经导入过，内容一样，什么也没有改。`,
    curated: ({ path }: { path: string }) => `${path} 是人工整理的报告，不会去动它。请用 --id 换一个编号。`,
    taken: ({ paths }: { paths: string[] }) =>
      `已经有 ${paths.join('、')}，和这次的不一样，没有去动。要替换请加 --replace，要另存请用 --id 换一个编号。`,
    otherSource: ({ path }: { path: string }) =>
      `已经有这个编号的全文 ${path}。请先把它移走，或者用 --id 换一个编号。`,
    notWritten: ({ why }: { why: string }) =>
      `没有写成：${why}。原来的文件都没有动，请检查磁盘空间和权限再试。`,
    done: ({ title, sections, passages }: Counts) =>
      `已导入《${title}》：${sections}个章节，${passages}段，按原文回答。`,
    drafted: ({ title, sections, passages }: Counts) =>
      `《${title}》的草稿写好了：${sections}个章节，${passages}段。草稿不会用来回答。`,
    wrote: ({ path }: { path: string }) => `  写了 ${path}`,
    kept: ({ path }: { path: string }) =>
      `  原来的 ${path} 改过或不同，留在旁边，名字后面加了 .old-1（或下一个数）`,
    later: ({ fields }: { fields: string[] }) =>
      `还缺 ${fields.join('、')}：英文界面里会先显示中文。请在 report.yml 里补上。`,
    next: '请用 gongyou content check 看一遍，正在运行的工友过几秒就会用上。',
    nextDraft: '改写完的条目移到 reports 里同名的文件夹。还差什么，用 gongyou content check 看。',
    writtenBy: ({ mark }: { mark: string }) => `由 gongyou content import 写成，可以改。记号 ${mark}`,
    noted: {
      yearGiven: '年份是导入时由管理员填写的。',
      yearUnknown: '导入时不知道是哪一年。',
      period: ({ year }: { year: number }) => `${year}年`,
      periodUnknown: '未注明年份',
      authority: {
        official: '导入时由管理员认定为正式文件。',
        press: '导入时由管理员认定为媒体报道。',
        unofficial: '导入时由管理员认定为非正式材料。',
      },
    },
    draft: {
      head: '草稿，不会用来回答。把带 TODO 的地方做完，再移到 reports 里。',
      lines: ({ lines }: { lines: string }) => `原文第 ${lines} 行`,
      title: '写个话题，不超过18个字',
      about: '核对是哪一年或哪段时间',
      ask: '写大家会怎么问，至少4句，用不同的说法',
      askEnglish: '写英文的问法，至少2句',
      answer: ({ most }: { most: number }) => `用自己的话改写，不超过${most}个字，数字和专名一字不差`,
      english: '写英文',
      figure: '写清是什么数字，核对单位和年份；不用就删掉',
    },
  },
  sources: {
    title: '报告原文',
    line: ({ title, section, lines }: { title: string; section: string; lines: string }) =>
      `《${title}》· ${section} · ${lines}`,
    oneLine: ({ from }: { from: number }) => `第 ${from} 行`,
    lines: ({ from, to }: { from: number; to: number }) => `第 ${from}–${to} 行`,
    asItStands: '以上是报告里的原话，一字未改，只是把断开的行接上了。',
    none: ({ title, section }: { title: string; section: string }) =>
      `这里没有存《${title}》的全文。可以按出处“${section}”去查原报告。`,
    nothingNear: ({ title, section }: { title: string; section: string }) =>
      `《${title}》的全文里没有找到和这条回答相近的段落。可以按出处“${section}”去查原报告。`,
  },
  fault: {
    'not-there': ({ file }: OfFile) => `没有找到文件 ${file}。请检查路径和文件名。`,
    'no-file': ({ file }: OfFile) => `${file} 不是文件。请写明是哪一个文件。`,
    unreadable: ({ file }: OfFile) => `打不开 ${file}。请检查文件的权限。`,
    'unknown-kind': ({ file, kinds }: OfFile & { kinds: string }) =>
      `不认识 ${file} 这种文件。请另存为 ${kinds} 中的一种。`,
    'wrong-kind': ({ file, is }: OfFile & { is: string }) =>
      `${file} 的内容其实是 ${is}，和文件名的结尾不符。请改成正确的结尾再试。`,
    'old-office': ({ file }: OfFile) =>
      `${file} 是旧版 Word 文件，或者加了密码。请在 Word 里去掉密码，另存为 .docx 再试。`,
    empty: ({ file }: OfFile) => `${file} 里没有文字。请检查是不是选错了文件。`,
    binary: ({ file }: OfFile) =>
      `${file} 不是文字，或者编码认不出来。请用原来的软件打开，另存为 UTF-8 编码的文本再试。`,
    broken: ({ file }: OfFile) => `${file} 已经损坏或不完整。请重新下载或另存一份再试。`,
    encrypted: ({ file }: OfFile) => `${file} 设了密码。请去掉密码，另存一份再试。`,
    scanned: ({ file }: OfFile) =>
      `${file} 是扫描件，里面只有图片，没有可以复制的文字。请先做文字识别，另存为文本、Word 或带文字的 PDF。`,
    'too-large': ({ file, most }: OfFile & { most: number }) =>
      `${file} 超过 ${most} MB。请拆成几份，或者另存为纯文本。`,
    'too-large-inside': ({ file, most }: OfFile & { most: number }) =>
      `${file} 解压后超过 ${most} MB，为了安全没有读。请另存为纯文本再试。`,
  },
};
