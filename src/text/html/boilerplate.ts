import type { Element } from 'domhandler';
import type { Run } from './runs.ts';

const set = (names: string) => new Set(names.split(' '));

/** Tags that hold no part of a report, unless most of the page's prose is inside. */
const furniture = set('nav footer aside menu');

/** Words in class names and ids for what stands around a report, as content systems of many papers name it. */
const words = set(
  'ad ads adslot adverts advert advertisement advertising banner breadcrumb breadcrumbs comment comments commentlist disqus respond consent cookie cookies gdpr ' +
    'donate donation footer login modal navbar nav navigation menu newsletter newsletters outbrain taboola pagination pager paywall popup popover promo promos promoted promotion ' +
    'recirc recirculation recommend recommended recommendation recommendations recommends related relateds share sharebar sharing sharedaddy shares sidebar signup skip social socials sponsor sponsored ' +
    'subscribe subscription teaser teasers toolbar trending tags taglist topics mostread mostpopular popular readmore readnext upnext addtoany jp-relatedposts author-box authorbox bio ' +
    'byline authors timestamp dateline-meta kicker hidden copyright-notice poll quiz rating survey toc tooltip player audio infolinks print-only noprint screenreader feedback shopping affiliate',
);
const pairs =
  /(?:read|see|more|also)[-_]?(?:more|also|next|from|on|stories|articles|news)|most[-_]?(?:read|popular|viewed)|author[-_]?(?:bio|box|info|card|desc\w*)|(?:call|cta)[-_]to[-_]action|sign[-_]?up|pull[-_]?quote|you[-_]?may|in[-_]this[-_]article|table[-_]of[-_]contents/i;

const roles = set('navigation complementary banner contentinfo dialog search menu alertdialog toolbar');

/** Whether an element is made for something else than the report: navigation, sharing, advertisements, comments. */
export function isBoilerplate({ name, attribs }: Element): boolean {
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return isHidden(attribs);
  if (furniture.has(name) || roles.has(attribs.role ?? '')) return true;
  return isHidden(attribs) || isNamedSo(`${attribs.class ?? ''} ${attribs.id ?? ''}`);
}

function isHidden(attribs: Element['attribs']): boolean {
  return (
    'hidden' in attribs ||
    attribs['aria-hidden'] === 'true' ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribs.style ?? '')
  );
}

/** "article__related-links" → article, related, links */
function isNamedSo(names: string): boolean {
  if (names.length < 2) return false;
  if (pairs.test(names)) return true;
  if (/embed|tweet/i.test(names)) return false;
  const parts = names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return parts.some((part) => words.has(part));
}

/** Lines that lead away from the report: "Read more: …", "Advertisement". */
const leadingAway =
  /^(?:advertisement|advertising|anzeige|publicidad|read (?:more|also|next|full)|also read|see also|related(?: (?:stories|articles|news|content|topics|coverage))?|more (?:on this|from|stories|like this)|recommended|share this|sign up|subscribe (?:to|now|for)|follow us|click here|listen to this|watch(?: (?:more|now|live|:))|(?:lesen|mehr) (?:sie )?(?:auch|dazu|zum thema)|lee también|lire aussi|leggi anche|leia (?:mais|também)|have a tip|got a (?:story|tip)|get the latest|for more stories like this|this site is protected|most read|follow [\w.@ ]{2,30} on|image source|skip (?:to|past|advert)|loading|share|comments?|print|email|facebook|twitter|whatsapp|copy link)\b/i;

export function isLeadingAway({ text, linked, kind }: Run): boolean {
  if (kind === 'caption') return false;
  return leadingAway.test(text) && (linked > 0.4 || text.length < 40 || /^[^:]{0,24}:/.test(text));
}
