import { Empty } from '../shell/problem-note.tsx';

export default function Network() {
  return <Empty title="To come" />;
}
