const longest = 400;

// new words for it are made every day; these are the ways Node has
const network =
  /(?<![.\w])fetch\(|globalThis\.fetch|new (?:WebSocket|EventSource|XMLHttpRequest)\b|['"](?:node:)?(?:https?|http2|net|tls|dgram|undici)['"]/;

/** Pages come over the network, and the workbench asks the server that it came from. */
const reaches = (path: string): boolean => path.startsWith('capture/') || path === 'api/client.ts';

/** What a file of src breaks of the house rules; `path` is below src. */
export function brokenRules(path: string, code: string): string[] {
  const lines = code.trimEnd().split('\n').length;
  const kinds = /(?:^|\/)(utils?|helpers?|types|common|misc|lib)(?:\/|\.ts$)/.exec(path);
  const open = /\b(TODO|FIXME|XXX|HACK)\b/.exec(code);
  return [
    kinds && `${path}: "${kinds[1]}" is a kind, not a part of the story: name it after what it holds`,
    lines > longest && `${path}: ${lines} lines, more than ${longest}: split it by what it does`,
    open && `${path}: "${open[1]}": do it, or open an issue`,
    !reaches(path) && network.test(code) && `${path}: opens the network, which only src/capture and the API client may`,
  ].filter((broken) => typeof broken === 'string');
}

/** A word list opens with a comment that says what it is, why it is there, and where it is from. */
export function missingOrigin(path: string, list: string): string[] {
  const opening = /^(?:#.*\n?)+/.exec(list)?.[0] ?? '';
  return ['What:', 'Why:', 'Whence:']
    .filter((word) => !opening.includes(word))
    .map((word) => `${path}: its opening comment has no "${word}"`);
}
