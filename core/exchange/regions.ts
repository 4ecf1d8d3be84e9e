// Matches names of regions as offices write them; a regency and a city of one name are never taken for each other.

/** Regency, city, province, district. */
export type RegionKind = "kab" | "kota" | "prov" | "kec";

export interface Region {
  /** A name alone has none. */
  readonly kind: RegionKind | undefined;
  /** The name in letters and digits, without and with the word for its kind. */
  readonly key: string;
  readonly whole: string;
}

const SHAPE =
  /^(?:(kab(?:upaten)?|regency)|(kota(?:madya)?|kodya|city)|(prov(?:insi|ince)?)|kec(?:amatan)?|distrik) (?:adm\w* )?(.+)$/;

/** "7402. KAB. KONAWE", "Konawe, Kab." and "Konawe Regency" are one region. */
export function regionOf(name: string): Region {
  const words = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’`]|^\s*\d[\d.]*[.)\s]/g, "")
    .toLowerCase()
    .replace(/&/g, " dan ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/\bkep\b/g, "kepulauan")
    .replace(/\btj\b/g, "tanjung");
  const shape = SHAPE.exec(words) ?? SHAPE.exec(words.replace(/^(.+) (\w+)$/, "$2 $1"));
  const [, kab, kota, prov, rest = words] = shape ?? [];
  const joined = (text: string): string => text.replace(/ /g, "");
  const kind = !shape ? undefined : kab ? "kab" : kota ? "kota" : prov ? "prov" : "kec";
  return { kind, key: joined(rest), whole: joined(words) };
}

export interface Match {
  /** The known name, when there is exactly one. */
  readonly region?: string;
  /** Otherwise what it could be: nothing, or several. */
  readonly candidates: readonly string[];
}

/** Finds names among the known ones; two possible regions are named, never chosen between. */
export function regionMatcher(known: readonly string[]) {
  const named = (name: string) => ({ name, ...regionOf(name) });
  const regions = [...new Set(known)].map(named);
  return {
    add: (name: string): void => void regions.push(named(name)),
    match: (name: string): Match => {
      const { kind, key, whole } = regionOf(name);
      const alike = regions.filter((region) => region.key === key);
      const fit = [
        alike.filter((region) => region.kind === kind),
        alike.filter((region) => !region.kind || !kind),
        // "Kota Waringin Barat" and "Lima Puluh Kota" are regencies.
        regions.filter((region) => region.key === whole || region.whole === key || region.whole === whole),
      ].find(({ length }) => length > 0);
      const candidates = (fit ?? alike).map((region) => region.name);
      const [region] = candidates;
      return region && fit?.length === 1 ? { region, candidates: [] } : { candidates };
    },
  };
}

export const matchRegions = (names: readonly string[], known: readonly string[]): Match[] =>
  names.map(regionMatcher(known).match);
