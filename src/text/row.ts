import { Refusal } from '../capture/refusal.ts';
import { withoutBy } from './byline.ts';
import type { Draft, Told } from './draft.ts';
import { isoDate } from './iso-date.ts';
import { plainText } from './plain-text.ts';

type Row = Readonly<Record<string, unknown>>;

/** The names data sets give to these fields, the most telling first. */
const textFields = ['text', 'body', 'content', 'articleBody', 'maintext'];
const toldFields: Readonly<Record<keyof Told, readonly string[]>> = {
  url: ['url', 'link'],
  outlet: ['outlet', 'source', 'publisher'],
  title: ['title', 'headline'],
  byline: ['byline', 'author', 'authors'],
  published: ['published', 'date', 'publishing_date', 'datePublished', 'date_publish'],
  updated: ['updated', 'modified', 'dateModified'],
  language: ['language', 'lang'],
};

/** One row of a JSON Lines file: `{"text": …, "title": …, "outlet": …, "published": …}`. Its text is kept as it is. */
export function row(json: string, address: string): Draft {
  const fields = parse(json, address);
  const text = textFields.map((name) => fields[name]).find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof text !== 'string') {
    throw new Refusal(address, 'has no text field', `name the field one of: ${textFields.join(', ')}`);
  }
  const draft = plainText(text.toWellFormed());
  const told = { ...draft.told, ...toldBy(fields) };
  return { ...draft, told, credits: creditsBy(fields, told.outlet) };
}

/** Beside an outlet, "source" is whom it took the report from, as in the items of feeds. */
const creditFields = ['credit', 'credits', 'creditText', 'isBasedOn', 'source'];

function creditsBy(fields: Row, outlet: string | null | undefined): string[] {
  const given = creditFields.flatMap((name) => [fields[name]].flat());
  const written = given.flatMap((value) => {
    const address = typeof value === 'object' && value !== null ? (value as Row).url : null;
    return [writtenIn(value), writtenIn(address)];
  });
  return [...new Set(written.filter((credit): credit is string => credit !== null && credit !== outlet))];
}

function parse(json: string, address: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Refusal(
      address,
      `is no JSON (${(error as Error).message})`,
      'put one whole JSON object on the line',
      error,
    );
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row;
  throw new Refusal(address, 'is no JSON object', 'write the row as {"text": "…"}');
}

function toldBy(fields: Row): Told {
  const told: Told = {};
  for (const [key, names] of Object.entries(toldFields) as [keyof Told, readonly string[]][]) {
    const value = names.map((name) => writtenIn(fields[name])).find((text) => text !== null);
    if (value) told[key] = key === 'byline' ? withoutBy(value) : value;
  }
  for (const key of ['published', 'updated'] as const) {
    const date = isoDate(told[key]);
    if (date) told[key] = date;
    else delete told[key];
  }
  return told;
}

/** "Anna Berg", ["Anna Berg", "Tom Li"], { "name": "The Courier" } */
function writtenIn(value: unknown): string | null {
  if (typeof value === 'string') return value.trim().toWellFormed() || null;
  if (Array.isArray(value)) return value.map(writtenIn).filter(Boolean).join(', ') || null;
  if (typeof value === 'object' && value !== null) return writtenIn((value as Row).name);
  return null;
}
