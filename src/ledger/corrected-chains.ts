import type { DatabaseSync } from 'node:sqlite';
import type { Attribution, Hop } from '../attributions/attribution.ts';
import { registered } from '../sources/register.ts';
import { correctChain } from './as-decided.ts';
import type { Correction } from './decision.ts';
import type { DecisionLog } from './decisions.ts';
import { fold } from './fold.ts';
import { sameSince } from './same-since.ts';
import { asciiLower, type CorrectedLink, type CorrectedSpeakers, machineKey, speakers } from './source-keys.ts';

/** As they stand now. */
export interface CorrectedChains extends CorrectedSpeakers {
  /** those of them with this in a name of the chain, or in the words of the source */
  naming(part: string): number[];
}

interface Row extends Omit<Hop, 'span'> {
  readonly id: string;
  readonly of: Attribution['kind'];
  readonly item: number;
  readonly reading: number;
  /** of the source span */
  readonly words: string | null;
}

const isOfSource = (field: string): boolean => field === 'source' || /^chain(?:\.|$)/.test(field);

/** Few are corrected, and they are worked out anew when somebody decided. */
export function correctedChains(db: DatabaseSync, log: DecisionLog): () => CorrectedChains {
  const known = sameSince<CorrectedChains>(db);
  const itemsOf = itemsByName(db);
  const select = db.prepare(`
    SELECT a.id, a.kind AS of, h.item, h.reading, h.name, h.kind, h.source, h.basis,
      (SELECT group_concat(words, ' ') FROM spans WHERE item = h.item AND role = 'source') AS words
    FROM json_each(?) ids JOIN statements a ON a.id = ids.value JOIN newest r ON r.reading = a.reading
      JOIN hops h ON h.item = a.item ORDER BY h.item, h.n`);

  function chains(): CorrectedChains {
    const corrections = log.corrections(isOfSource);
    const rows = select.all(JSON.stringify([...corrections.keys()])) as unknown as Row[];
    const corrected = [...Map.groupBy(rows, ({ item }) => item).values()].map((own) =>
      correctedOne(own, corrections.get(own[0]!.id)!),
    );
    const items = itemsOf(corrected.flatMap(({ links }) => links.filter(({ isNew }) => isNew).map(({ name }) => name)));
    return {
      links: corrected.flatMap(({ links }) =>
        links.map(({ isNew, ...link }) => ({ ...link, wikidata: isNew ? items(link.name) : null })),
      ),
      items: corrected.map(({ item }) => item),
      naming(part) {
        const sought = fold(part);
        return corrected.filter(({ names }) => names.some((name) => name.includes(sought))).map(({ item }) => item);
      },
    };
  }

  return () => known('all', chains);
}

interface Corrected {
  readonly item: number;
  readonly links: readonly (Omit<CorrectedLink, 'wikidata'> & { readonly isNew: boolean })[];
  /** all that it is found by, without case and accents */
  readonly names: readonly string[];
}

/** One statement, by the links that the machine found. */
function correctedOne(rows: readonly Row[], corrections: readonly Correction[]): Corrected {
  const { item, reading, of, words } = rows[0]!;
  const machine = rows.map(({ name, kind, source, basis }): Hop => ({ name, kind, source, basis, span: null }));
  const chain = correctChain(machine, corrections);
  // who only prints it is not named as a source
  const named = of === 'voice' && chain.length === 1 ? chain : chain.slice(0, -1);
  const links = named.map(({ name, kind, source }, n) => {
    const isNew = !machine.some((hop) => hop.name === name && hop.source === source);
    return { item, n, reading, name, kind, source, last: Number(n === chain.length - 1), isNew };
  });
  const told = corrections.find(({ field }) => field === 'source')?.words;
  const spoken = words !== null && chain[0]?.name === machine[0]!.name ? [words] : [];
  return { item, links, names: [...links.map(({ name }) => name), ...(told ?? spoken)].map(fold) };
}

/** The items of the register that go by names which people gave; null where none does, or several do. */
function itemsByName(db: DatabaseSync): (names: readonly string[]) => (name: string) => string | null {
  const select = db.prepare(`
    SELECT lower(h.name) AS name, CASE count(DISTINCT ${machineKey('e.wikidata')}) WHEN 1 THEN max(e.wikidata) END AS item
    ${speakers} AND lower(h.name) IN (SELECT value FROM json_each(?)) GROUP BY 1`);
  return (names) => {
    const asked = [...new Set(names.map(asciiLower))];
    const rows = asked.length > 0 ? select.all(JSON.stringify(asked)) : [];
    const found = new Map((rows as { name: string; item: string | null }[]).map(({ name, item }) => [name, item]));
    return (name) => {
      const item = found.get(asciiLower(name));
      return item === undefined ? (registered(name)?.wikidata ?? null) : item;
    };
  };
}
