import type { documents as zhCn } from '../zh-cn/documents.ts';

export const documents: typeof zhCn = {
  sources: {
    title: 'In the words of the report',
    line: ({ title, section, lines }) => `“${title}” · ${section} · ${lines}`,
    oneLine: ({ from }) => `line ${from}`,
    lines: ({ from, to }) => `lines ${from}–${to}`,
    asItStands: 'These are the very words of the report; only broken lines were joined.',
    none: ({ title, section }) =>
      `The full text of “${title}” is not kept here. Look in the report itself under “${section}”.`,
    nothingNear: ({ title, section }) =>
      `Nothing in the full text of “${title}” is near to this answer. Look in the report itself under “${section}”.`,
  },
  fault: {
    'not-there': ({ file }) => `There is no file ${file}. Check the path and the name.`,
    'no-file': ({ file }) => `${file} is not a file. Name the file itself.`,
    unreadable: ({ file }) => `${file} cannot be opened. Check its permissions.`,
    'unknown-kind': ({ file, kinds }) =>
      `${file} is of no kind that can be read. Save it as one of: ${kinds.split('、').join(', ')}.`,
    'wrong-kind': ({ file, is }) =>
      `${file} is really ${is}, which is not what its name ends with. Correct the ending and try again.`,
    'old-office': ({ file }) =>
      `${file} is of an old version of Word, or has a password. Take the password off in Word, save it as .docx and try again.`,
    empty: ({ file }) => `There is no text in ${file}. Check that it is the right file.`,
    binary: ({ file }) =>
      `${file} is not text, or its encoding is not known. Open it where it was made, save it as UTF-8 text and try again.`,
    broken: ({ file }) => `${file} is damaged or incomplete. Download or save it again.`,
    encrypted: ({ file }) => `${file} has a password. Save a copy without one and try again.`,
    scanned: ({ file }) =>
      `${file} is a scan: it has pictures of pages and no text. Have the text recognised first, and save it as text, Word or a PDF with text.`,
    'too-large': ({ file, most }) => `${file} is larger than ${most} MB. Split it, or save it as plain text.`,
    'too-large-inside': ({ file, most }) =>
      `${file} unpacks to more than ${most} MB and was not read, for safety. Save it as plain text and try again.`,
  },
};
