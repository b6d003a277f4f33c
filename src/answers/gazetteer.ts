import { normalise } from '../language/normalise.ts';
import { placesIn, withoutPlaces } from '../language/places.ts';
import type { Report } from './content.ts';

/** The places that people ask about: those everybody knows, and those that the reports at hand are of. */
export type Gazetteer = {
  /** The places that normalised text names, each once, by one name. */
  in(text: string): string[];
  /** Normalised text without the places that it names. */
  without(text: string): string;
};

/** A region as it is written in a report's metadata, when it is a name and no sentence. */
const NAME = /^\p{Script=Han}{2,12}$|^[a-z][a-z' -]{2,40}$/u;
const KIND = /(?:省|市|区|县|镇|乡|街道)$/;

/** Longer names first, so that 蓝湾新区 is not taken for 蓝湾. */
export function gazetteerOf(reports: Iterable<Report>): Gazetteer {
  const names = new Map<string, string>();
  for (const { region } of reports) {
    const place = normalise(region['zh-CN']);
    if (placesIn(place).length > 0 || !NAME.test(place)) continue;
    for (const it of [place, normalise(region.en)]) if (NAME.test(it)) names.set(it, place);
    const short = place.replace(KIND, '');
    if (short.length >= 2 && !names.has(short)) names.set(short, place);
  }
  const own = [...names].sort(([a], [b]) => b.length - a.length);
  return {
    in(text) {
      const found = new Set(placesIn(text));
      for (const [name, place] of own) if (text.includes(name)) found.add(place);
      return [...found];
    },
    without(text) {
      let rest = withoutPlaces(text);
      for (const [name] of own) rest = rest.replaceAll(name, ' ');
      return rest;
    },
  };
}
