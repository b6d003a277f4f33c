type OfFile = { file: string };

/** Said of documents that an operator brings in. */
export const documents = {
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
