import { Empty } from '../shell/problem-note.tsx';

export default function Custody() {
  return <Empty title="To come" />;
}
