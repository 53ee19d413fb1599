import { LabPanel } from '../lab/lab-panel';
import { useTitle } from '../site/load';

export function LabPage() {
  useTitle('Lab');
  return <LabPanel />;
}
