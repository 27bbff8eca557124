import { Empty } from '../shell/problem-note.tsx';

export default function Places() {
  return <Empty title="To come" />;
}
