import { Printer } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { PrinterOffset } from '../../../shared/domain/stationery.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayDone } from '../../components/toast.tsx';
import { lineAt, readInches } from './inches.ts';

/** The page that the printer is measured with, and the two numbers that set it right. */
export function PrinterCard({ printer }: { readonly printer: PrinterOffset }) {
  const print = useAct('stationery.printCalibration');
  const save = useAct('stationery.savePrinterOffset');
  const [a, setA] = useState(lineAt(printer.dx));
  const [b, setB] = useState(lineAt(printer.dy));
  const [tried, setTried] = useState(false);
  const [dx, dy] = [readInches(a), readInches(b)];
  const wrong = 'Inches from the edge to the line, such as 2.03.';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (dx === null || dy === null || save.isPending) return;
    save.mutate(
      { dx, dy },
      { onSuccess: () => sayDone('Kept. What is sent to the printer is moved by so much.') },
    );
  };
  return (
    <Card title="Printer">
      <form className="printer" onSubmit={submit}>
        <p className="soft">
          A printer that feeds the paper a little off prints the address out of its window. Print the page at
          100 %, measure the two lines from the paper’s edges, and type what you read. Only what is sent to
          the printer from here is moved; a run’s own PDF stays the same.
        </p>
        {print.error === null ? null : <ErrorBanner error={print.error} />}
        {save.error === null ? null : <ErrorBanner error={save.error} />}
        <div className="printer__fields">
          <Button icon={Printer} busy={print.isPending} onClick={() => print.mutate(undefined)}>
            Print the page…
          </Button>
          <TextField
            label="A: left edge to the upright line"
            inputMode="decimal"
            value={a}
            error={tried && dx === null ? wrong : undefined}
            onChange={(event) => setA(event.target.value)}
          />
          <TextField
            label="B: top edge to the level line"
            inputMode="decimal"
            value={b}
            error={tried && dy === null ? wrong : undefined}
            onChange={(event) => setB(event.target.value)}
          />
          <Button type="submit" look="primary" busy={save.isPending}>
            Keep
          </Button>
        </div>
        <p className="faint figures" role="status">
          {printer.dx === 0 && printer.dy === 0
            ? 'Nothing is moved now: both lines belong 2 inches from the edge.'
            : `Now moved ${words(-printer.dx, 'right', 'left')} and ${words(-printer.dy, 'down', 'up')}.`}
        </p>
      </form>
    </Card>
  );
}

function words(inches: number, more: string, less: string): string {
  return `${Math.abs(inches).toFixed(3)} in ${inches >= 0 ? more : less}`;
}
