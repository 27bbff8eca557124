/** In UTF-16 units: a longer first line is the text itself. */
const longest = 160;

/** May the words be a headline? They end no sentence, name nobody who writes and hold no address. */
export const isHeadline = (words: string, most: number = longest): boolean =>
  words.length <= most &&
  !/(?:(?<!\.\.)\.|[;:,])[)"”’]*$/.test(words) &&
  !/^["“(]?(?:by)\s/i.test(words) &&
  !/(?:^|\s)@\w|\w@\w|https?:\/\//.test(words) &&
  !/^\([^)]*\)$/.test(words) &&
  /\p{L}/u.test(words);

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
