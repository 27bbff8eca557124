import { isAgency } from './agencies.ts';
import { wordList } from './word-list.ts';

const outletEnding =
  /\b(?:Times|Post|Journal|News|Herald|Tribune|Gazette|Daily|Courier|Examiner|Dispatch|Telegraph|Chronicle|Observer|Standard|Weekly|Mirror|Star|Mail|Globe|Guardian|Inquirer|Ledger|Echo|Sentinel|Bulletin|Argus|Monitor|Broadcasting|Television|TV|Radio|Magazine|Review|Wire|Bugle|Clarion|Advertiser|Register|Record|Sun|Press|Banner|Beacon|Recorder|Reporter|Nation|Today|Statesman|Advocate|Citizen|Pioneer|Messenger|Gleaner|Bladet|Kuriren|Zeitung|Courant|Pulse|Light|Bee|Tageblatt|Lantern|Tidings|Intelligencer|Enquirer|Shimbun|Ilbo|Pravda|Izvestia)$|^(?:Radio|Channel|TV) /;
const agencyEnding = /\b(?:News Agency|Newswire|Press Agency|Wire Service)$/;

/** Is the name made as those of outlets are: "Meridian Post", "Radio Wexley"? */
export const isMadeLikeOutlet = (name: string): boolean => outletEnding.test(name);

/** "Halyard News Agency" */
export const isMadeLikeAgency = (name: string): boolean => agencyEnding.test(name);

/** Endings that close a headline as well: alone they tell nothing, "The Wexley Light" does. */
const weakEnding =
  /\b(?:Today|Record|Light|Nation|Press|Star|Sun|Mail|Bee|Review|Standard|Citizen|Register|Mirror|Monitor|Beacon|Banner|Lantern|Pioneer|Messenger|Reporter|Radio|Television|TV|Magazine|Wire|Daily|Weekly|Globe|Pulse|Echo|Advocate|Statesman)$/;
/** Names in the list that are words of every day */
const weakWord = /^(?:Today|Star|Time|Gold|Horizons|Informer)$/;
/** "The Wexley Valley Courier", "NORTHGATE EXAMINER", "Times of Wexley" */
const nameShape =
  /^(?:The |the )?\p{Lu}[\p{L}\p{N}'’&.-]*(?: (?:(?:of|and|the|&) ){0,2}\p{Lu}[\p{L}\p{N}'’&.-]*){0,4}$/u;
/** "In Local News", "More News", "Fake News" */
const noFirst =
  /^(?:In|On|At|By|From|For|Get|More|Latest|Top|Breaking|Local|Related|Read|See|All|My|Your|Our|Good|Bad|Fake|Big|Other|Also|Follow|Watch) /i;
const placeOf = /^(?:The |the )?(?:Times|Voice|Journal|News) of (?:the )?\p{Lu}/u;

let listed: ReadonlyMap<string, string> | undefined;

function kindListed(name: string): string | undefined {
  listed ??= new Map(wordList('outlets').map(([outlet, kind]) => [outlet!, kind!]));
  return listed.get(name) ?? listed.get(name.replace(/^[Tt]he /, '')) ?? listed.get(`The ${name}`);
}

/** Is it the name of an outlet or an agency, and nothing else? By the list, or by how it is made. */
export function isOutletName(words: string): boolean {
  if (isAgency(words)) return true;
  if (kindListed(words)) return !weakWord.test(words);
  const name = words === words.toUpperCase() ? capitalized(words) : words;
  if (!nameShape.test(name) || !name.includes(' ') || noFirst.test(name)) return false;
  if (isMadeLikeAgency(name) || placeOf.test(name)) return true;
  return isMadeLikeOutlet(name) && (!weakEnding.test(name) || /^the /i.test(name) || isDaily(name));
}

/** "Quayside Daily", not "Updated Daily" nor "Cases Rise Daily" */
const isDaily = (name: string): boolean =>
  /^\p{Lu}\p{Ll}{3,} Daily$/u.test(name) &&
  !/^(?:\w+(?:ed|ing|[^s]s)|Once|Twice|Open|Your|More|Nearly|Almost|Even|Every|Rise) /.test(name);

/** "BBC News, Santiago", "Northgate Examiner in Arica" → the outlet */
export function outletIn(words: string): string | null {
  if (isOutletName(words)) return words;
  const name = words.replace(place, '');
  return name !== words && isOutletName(name) ? name : null;
}

const place = /(?:,| in) \p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}$/u;

export const isAgencyName = (words: string): boolean =>
  kindListed(words) === 'agency' || isAgency(words) || isMadeLikeAgency(words);

const capitalized = (words: string): string =>
  words.toLowerCase().replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
