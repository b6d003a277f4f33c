/**
 * What most content files are: maps and lists in blocks, values on one line, plain or quoted, and lists or maps of
 * such values on one line between brackets. A reader for just that is ten times as fast as one for all of YAML.
 * https://yaml.org/spec/1.2.2/ (2026-11)
 */
type Scalar = string | number | boolean;
type Value = Scalar | Value[] | { [key: string]: Value };

/** A line that says something: how far in it stands, and the rest of it. */
type Line = { indent: number; text: string };
type Lines = { lines: Line[]; at: number };

/** What is not of this plain form is left to a reader of all YAML. Caught in this file; costs no trace. */
const NOT_PLAIN = Symbol('not plain');
const leave = (): never => {
  throw NOT_PLAIN;
};

/** The same value as YAML gives; undefined where the text is not of the plain form, whether it is good YAML or not. */
export function readPlain(text: string): Value | undefined {
  try {
    const all: Lines = { lines: linesOf(text), at: 0 };
    const value = mapAt(all, 0);
    return all.at === all.lines.length ? value : undefined;
  } catch (error) {
    if (error === NOT_PLAIN) return undefined;
    throw error;
  }
}

/** Control characters, also those that only look like the end of a line; a mark of byte order; half of a character. */
const ODD = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

function linesOf(text: string): Line[] {
  if (ODD.test(text)) leave();
  const lines: Line[] = [];
  for (const line of text.split('\n')) {
    let indent = 0;
    let end = line.length;
    while (indent < end && line.charCodeAt(indent) === 0x20) indent += 1;
    while (end > indent && line.charCodeAt(end - 1) === 0x20) end -= 1;
    if (indent < end && line.charCodeAt(indent) !== 0x23)
      lines.push({ indent, text: line.slice(indent, end) });
  }
  return lines;
}

const KEY = /^([a-z][a-z0-9-]*):(?: +|$)/;
const NO_KEYS = new Set(['null', 'true', 'false']);

/** A map whose keys stand at an indent. */
function mapAt(all: Lines, indent: number): Value {
  const map: { [key: string]: Value } = {};
  let count = 0;
  for (let line = all.lines[all.at]; line && line.indent === indent; line = all.lines[all.at]) {
    const found = KEY.exec(line.text);
    const key = found?.[1];
    if (!found || key === undefined || NO_KEYS.has(key) || Object.hasOwn(map, key)) return leave();
    all.at += 1;
    map[key] = valueAt(all, line.text.slice(found[0].length), indent);
    count += 1;
  }
  return count === 0 ? leave() : map;
}

/** What stands after a key: on its line, or below it. */
function valueAt(all: Lines, rest: string, indent: number): Value {
  const next = all.lines[all.at];
  const deeper = next !== undefined && next.indent > indent;
  if (rest !== '') return deeper ? leave() : inlineOf(rest);
  if (!next) return leave();
  if (isItem(next) && next.indent >= indent) return listAt(all, next.indent);
  return deeper ? mapAt(all, next.indent) : leave();
}

const isItem = ({ text }: Line): boolean => text.startsWith('- ');

/** A list whose dashes stand at an indent. */
function listAt(all: Lines, indent: number): Value {
  const list: Value[] = [];
  for (
    let line = all.lines[all.at];
    line && line.indent === indent && isItem(line);
    line = all.lines[all.at]
  ) {
    const rest = line.text.slice(2).replace(/^ +/, '');
    if (KEY.test(rest)) {
      const inner = indent + line.text.length - rest.length;
      all.lines[all.at] = { indent: inner, text: rest };
      list.push(mapAt(all, inner));
      continue;
    }
    all.at += 1;
    list.push(valueAt(all, rest, indent));
  }
  return list;
}

const DOUBLE = /"(?:[^"\\]|\\["\\])*"/y;
const SINGLE = /'(?:[^']|'')*'/y;
/** Unquoted, between brackets: no mark that means something there, at whatever place. */
const BARE = /[^\s,[\]{}"'#&*!|>%@`?:-][^,[\]{}#:]*/y;
/** A value that begins so is not unquoted text, or not by itself. */
const MARK = /^[-?:,[\]{}#&*!|>'"%@`]/;

function inlineOf(text: string): Value {
  const first = text.charAt(0);
  if (first === '[' || first === '{') return bracketed(text, first);
  if (first === '"' || first === "'") {
    const { value, end } = scalarIn(text, 0);
    return end === text.length ? value : leave();
  }
  if (MARK.test(text) || text.includes(': ') || text.includes(' #') || text.endsWith(':')) return leave();
  return resolved(text);
}

/** A list or a map on one line; one inside another is not of the plain form. */
function bracketed(text: string, open: '[' | '{'): Value {
  const close = open === '[' ? ']' : '}';
  const list: Value[] = [];
  const map: { [key: string]: Value } = {};
  let at = blanksFrom(text, 1);
  if (text.charAt(at) === close) return at === text.length - 1 ? (open === '[' ? list : map) : leave();
  for (;;) {
    let key: string | undefined;
    if (open === '{') {
      key = /^[a-z][a-z0-9-]*(?=: )/.exec(text.slice(at))?.[0];
      if (key === undefined || NO_KEYS.has(key) || Object.hasOwn(map, key)) return leave();
      at = blanksFrom(text, at + key.length + 1);
    }
    const { value, end } = scalarIn(text, at);
    if (key === undefined) list.push(value);
    else map[key] = value;
    at = blanksFrom(text, end);
    if (text.charAt(at) === close) return at === text.length - 1 ? (open === '[' ? list : map) : leave();
    if (text.charAt(at) !== ',') return leave();
    at = blanksFrom(text, at + 1);
  }
}

function blanksFrom(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at += 1;
  return at;
}

/** A value that ends where its quotes do, or where a mark of brackets comes. */
function scalarIn(text: string, at: number): { value: Scalar; end: number } {
  const first = text.charAt(at);
  const pattern = first === '"' ? DOUBLE : first === "'" ? SINGLE : BARE;
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  if (found === undefined) return leave();
  const end = at + found.length;
  if (pattern === DOUBLE) return { value: found.slice(1, -1).replace(/\\(["\\])/g, '$1'), end };
  if (pattern === SINGLE) return { value: found.slice(1, -1).replaceAll("''", "'"), end };
  return { value: resolved(found.replace(/ +$/, '')), end };
}

/** Unquoted text as what it stands for; what might be another way of writing a number or nothing is left alone. */
function resolved(text: string): Scalar {
  if (/^(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^(?:~|null|true|false|[-+]?\.(?:inf|nan)|0[ox][\da-f]*|[-+]?\.?\d[\d.]*(?:e[-+]?\d*)?)$/i.test(text))
    return leave();
  return text;
}
