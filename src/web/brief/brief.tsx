import { Empty } from '../shell/problem-note.tsx';

export default function Brief() {
  return <Empty title="To come" />;
}
