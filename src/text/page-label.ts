/** What is copied along with a report from its page: what its buttons and its section say. */
const labels = [
  'share(?: (?:this|on|via|to|full)\\b.{0,30})?|save|listen(?: to (?:this )?\\w+.{0,30})?|print(?: this \\w+)?|e?mail|copy link|bookmark|like|more|menu|home|search',
  'facebook|twitter|x|whatsapp|linkedin|telegram|reddit|pinterest|bluesky|threads|messenger|flipboard|pocket',
  '(?:\\d+ )?(?:comments?|shares?)|(?:leave|post|add) a comment|(?:view|jump to) comments|comments? ?\\(?\\d+\\)?',
  'subscribe(?: (?:now|today))?|sign (?:in|up)|log in|follow(?: us| author)?|gift(?: this)? article|add to .{1,30}',
  '(?:(?:estimated )?reading time:? ?)?(?:~ ?)?\\d+(?:-\\d+)?[ -]?min(?:ute)?s?(?:[ -](?:read|listen|watch))?|min read|listen ?\\(?\\d+:\\d\\d\\)?',
  'advertisements?|advertising|sponsored|skip to (?:main )?content|close|text size|image(?: source)?|play(?: video)?|video|photos?',
  '(?:[\\p{L}-]+ ){0,3}(?:correspondent|reporter|staff writer|columnist|contributor)s?|reporting from .{2,40}',
  'breaking(?: news)?|developing(?: story)?|urgent|alert|exclusive|live(?: updates?)?|just in|for immediate release|(?:press|news|media) release|press statement',
  'news|analysis|opinion|editorial|explainer|feature|features|special report|in depth|investigation|comment',
  '(?:(?:world|local|national|international|regional|latest|top|sports?|business|us|u\\.s\\.|uk|european?|asian?|african?|american?|political|crime|science|health|tech(?:nology)?|climate) ?)(?:news)?',
  'world|politics|economy|markets|culture|environment|society|education|weather|war|conflict|middle east|latin america|americas|us & canada|asia[- ]pacific',
  '(?:www\\.)?[\\w-]{2,40}(?:\\.[\\w-]{2,20}){1,3}',
  'home ?[>›»/].{1,80}',
].join('|');
const label = new RegExp(`^[\\s*#»›>]*(?:${labels})[\\s:*]*$`, 'iu');

/** In UTF-16 units */
const longest = 90;

/** "Share", "3 min read", "World news": none of it is of the report. A word in small letters may end a broken line. */
export const isPageLabel = (line: string): boolean =>
  line.length <= longest && label.test(line) && !/^\p{Ll}+$/u.test(line);
