import { Empty } from '../shell/problem-note.tsx';

export default function Review() {
  return <Empty title="To come" />;
}
