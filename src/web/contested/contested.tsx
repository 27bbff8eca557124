import { Empty } from '../shell/problem-note.tsx';

export default function Contested() {
  return <Empty title="To come" />;
}
