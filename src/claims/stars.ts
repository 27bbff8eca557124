import TinyQueue from 'tinyqueue';
import type { Assertion } from './assertion.ts';

/** Where an assertion stands among those that say the same. */
export interface Star {
  /** how clearly it says what the others say: the clearest are centres */
  readonly rank: number;
  /** the one that it is most like of those that are clearer; itself, where it is a centre */
  readonly centre: string;
}

/** What joins assertions, and the stars made of it. In memory, or in tables of a ledger. */
export interface StarStore {
  readonly get: (id: string) => Assertion;
  /** those that it is one claim with as far as the two tell, and how alike they are, in thousandths */
  edges(id: string): ReadonlyMap<string, number>;
  /** of these those that say it word for word */
  twins(id: string): readonly string[];
  /** did people ever hold any apart? */
  readonly isParted: boolean;
  /** those that people hold apart from it, or joined with it */
  apart(id: string): readonly string[];
  united(id: string): readonly string[];
  star(id: string): Star | undefined;
  put(id: string, star: Star): void;
  remove(id: string): void;
  /** of a centre: itself and those around it */
  members(centre: string): readonly string[];
  /** the centre whose claim a centre and those around it are part of; its own, mostly */
  claim(centre: string): string | undefined;
  join(centre: string, claim: string | null): void;
  /** centres that are part of a centre's claim */
  joined(claim: string): readonly string[];
}

/** So many of those around another centre must be related to a centre for the two to be one claim. */
const LEAST_SHARED = 0.5;
/** Of a larger star nobody is set beside all members: no more than this are asked for. */
const WIDEST = 12;

/**
 * Star cover (Aslam, Pelekhov and Rus 2004): the clearest statement is a centre, and so is each that is joined with no
 * clearer centre; every other goes to the centre that it is most like. So no chain of half-alike statements makes one claim of two.
 * Then a centre goes to another whose star it is joined with by half. What is new changes only what is around it; the
 * same relations make the same stars, in whatever order they came. Whom people hold apart from a statement they hold apart from
 * each that says it word for word.
 *
 * @param touched ids whose relations changed, or that are gone
 * @returns ids whose claim may be another one now
 */
export function renewStars(told: StarStore, touched: Iterable<string>): ReadonlySet<string> {
  const store = withTwins(told);
  const changed = new Set<string>();
  const stars = new Set<string>();
  const centres = new Set<string>();
  const first = ordered(store);
  // whom people hold apart from one they hold apart from its twins, and no more when that is taken back
  const widened = store.isParted ? new Set([...touched].flatMap((id) => [id, ...store.twins(id)])) : touched;
  for (const id of widened) {
    const before = store.star(id);
    const edges = store.edges(id);
    if (before) for (const each of [before.centre, id]) stars.add(each);
    for (const other of store.apart(id)) first.push(other);
    if (edges.size === 0) {
      store.remove(id);
      changed.add(id);
      continue;
    }
    const rank = clarity(store.get(id), edges.values());
    first.push(id, rank);
    if (before?.rank === rank) continue;
    store.put(id, { rank, centre: before?.centre ?? '' });
    for (const other of edges.keys()) first.push(other);
    stars.add(id);
  }
  for (let id = first.pop(); id !== undefined; id = first.pop()) {
    const { rank, centre: before } = store.star(id)!;
    const centre = centreFor(store, id);
    if (store.claim(id) === undefined || before === id || centre === id) centres.add(id);
    if (centre === before) continue;
    store.put(id, { rank, centre });
    changed.add(id);
    for (const star of [before, centre]) stars.add(star);
    for (const other of [...store.edges(id).keys(), ...store.apart(id)]) {
      if (isAbove(store, id, other)) first.push(other);
      if (store.star(other)?.centre === other) centres.add(other);
    }
  }
  joinStars(store, stars, centres, changed);
  return changed;
}

/** Puts the stars together that changed, and those beside them. */
function joinStars(store: StarStore, stars: Set<string>, centres: Set<string>, changed: Set<string>): void {
  const next = ordered(store);
  for (const star of stars) for (const centre of beside(store, star)) centres.add(centre);
  for (const id of [...centres, ...stars]) {
    if (store.star(id)?.centre === id) next.push(id);
    else if (store.claim(id) !== undefined) store.join(id, null);
  }
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const before = store.claim(id);
    const claim = claimFor(store, id);
    if (claim === before) continue;
    store.join(id, claim);
    for (const member of store.members(id)) {
      changed.add(member);
      for (const other of store.apart(member)) pushBelow(store.star(other)?.centre, id);
    }
    if ((claim === id) !== (before === id)) for (const other of beside(store, id)) pushBelow(other, id);
  }

  function pushBelow(centre: string | undefined, id: string): void {
    if (centre && store.star(centre)?.centre === centre && isAbove(store, id, centre)) next.push(centre);
  }
}

/** Centres that are joined with a member of a star, or whose star people hold apart from it. */
function* beside(store: StarStore, star: string): Iterable<string> {
  for (const member of store.members(star)) {
    for (const other of store.edges(member).keys()) if (store.star(other)?.centre === other) yield other;
    for (const other of store.apart(member)) {
      const centre = store.star(other)?.centre;
      if (centre !== undefined) yield centre;
    }
  }
}

/** Waiting for their turn, the clearest first, each once. */
function ordered(store: StarStore) {
  const queue = new TinyQueue<Ranked>([], byRank);
  const waiting = new Set<string>();
  return {
    push(id: string, rank = store.star(id)?.rank): void {
      if (rank === undefined || waiting.has(id)) return;
      waiting.add(id);
      queue.push({ id, rank });
    },
    pop(): string | undefined {
      // it may have got another rank since it was pushed
      for (let next = queue.pop(); next; next = queue.pop()) {
        const now = store.star(next.id);
        if (now && now.rank !== next.rank) {
          queue.push({ id: next.id, rank: now.rank });
          continue;
        }
        waiting.delete(next.id);
        if (now) return next.id;
      }
      return undefined;
    },
  };
}

interface Ranked {
  readonly id: string;
  readonly rank: number;
}
const byRank = (x: Ranked, y: Ranked): number => y.rank - x.rank || (x.id < y.id ? -1 : 1);

function isAbove(store: StarStore, one: string, two: string): boolean {
  const [x, y] = [store.star(one), store.star(two)];
  return x !== undefined && y !== undefined && byRank({ id: one, rank: x.rank }, { id: two, rank: y.rank }) < 0;
}

function centreFor(store: StarStore, id: string): string {
  let best: readonly [centre: string, score: number] = [id, 0];
  for (const [other, score] of store.edges(id)) {
    if (store.star(other)?.centre !== other || !isAbove(store, other, id) || isApart(store, id, other)) continue;
    if (score > best[1] || (score === best[1] && other < best[0])) best = [other, score];
  }
  return best[0];
}

/** From the centre, or from somebody clearer who is with it. */
const isApart = (store: StarStore, id: string, centre: string): boolean =>
  store
    .apart(id)
    .some((other) => other === centre || (store.star(other)?.centre === centre && isAbove(store, other, id)));

function claimFor(store: StarStore, id: string): string {
  const shared = new Map<string, number>();
  for (const other of store.edges(id).keys()) {
    const centre = store.star(other)?.centre;
    if (centre !== undefined && centre !== id) shared.set(centre, (shared.get(centre) ?? 0) + 1);
  }
  let best: readonly [centre: string, share: number] = [id, 0];
  for (const [centre, count] of shared) {
    if (!isAbove(store, centre, id) || store.claim(centre) !== centre) continue;
    const share = count / Math.min(WIDEST, store.members(centre).length);
    if (share < LEAST_SHARED || partedFrom(store, id, centre)) continue;
    if (share > best[1] || (share === best[1] && centre < best[0])) best = [centre, share];
  }
  return best[0];
}

const partedFrom = (store: StarStore, star: string, claim: string): boolean =>
  store.members(star).some((id) =>
    store.apart(id).some((other) => {
      const centre = store.star(other)?.centre;
      return (
        centre !== undefined && (centre === claim || (store.claim(centre) === claim && isAbove(store, centre, star)))
      );
    }),
  );

/** In thousandths of what joins it, so that sums are the same in any order; what points back says little by itself. */
function clarity({ terms, about, stance }: Assertion, scores: Iterable<number>): number {
  let sum = 0;
  for (const score of scores) sum += score;
  const full = terms.length / (terms.length + 4);
  return Math.round(sum * full) - (about === null ? 0 : 1e9) - (stance === 1 ? 0 : 1e6);
}

function withTwins(store: StarStore): StarStore {
  if (!store.isParted) return store;
  const known = new Map<string, readonly string[]>();
  const withTwinsOf = (id: string): readonly string[] => [id, ...store.twins(id)];
  const apartFrom = (id: string): readonly string[] => {
    const own = new Set(withTwinsOf(id));
    const told = store.apart(id);
    const far = [...own].flatMap(store.apart).flatMap(withTwinsOf);
    return [...new Set([...told, ...far.filter((other) => !own.has(other))])];
  };
  return {
    ...store,
    apart(id) {
      const apart = known.get(id) ?? apartFrom(id);
      known.set(id, apart);
      return apart;
    },
  };
}

/** So alike are they that share all their words; and some that do not. */
const LEAST_OF_TWINS = 1000;

/** Of those that a statement is one claim with, those that say it with all its words and figures. */
export const twinsAmong = (
  one: Assertion,
  edges: ReadonlyMap<string, number>,
  get: (id: string) => Assertion,
): readonly string[] =>
  [...edges].flatMap(([id, score]) =>
    score >= LEAST_OF_TWINS && one.stance === get(id).stance && sayingOf(one) === sayingOf(get(id)) ? [id] : [],
  );

const sayingOf = ({ terms, figures }: Assertion): string =>
  JSON.stringify([terms.map(({ key, role }) => [key, role]), figures.map(({ min, max, unit }) => [min, max, unit])]);

/** All that are one claim with an assertion: its star, those that go with it, and what people joined with any of these. */
export function claimAround(told: StarStore, id: string): Set<string> {
  const store = withTwins(told);
  const found = new Set(grouped(store, id));
  for (const each of found) {
    for (const other of store.united(each)) {
      const more = grouped(store, other).filter((one) => !found.has(one));
      if (!more.some((one) => store.apart(one).some((far) => found.has(far)))) for (const one of more) found.add(one);
    }
  }
  return found;
}

function grouped(store: StarStore, id: string): string[] {
  const star = store.star(id);
  if (!star) return [id];
  return store.joined(store.claim(star.centre)!).flatMap((centre) => store.members(centre));
}
