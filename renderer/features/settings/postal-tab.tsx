import { useState } from 'react';
import type { PostalSettings } from '../../../shared/domain/postal.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox, TextField } from '../../components/field.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

/** How the office prints and posts: blank backs, and barcodes for the post. */
export function PostalTab() {
  const settings = useAsk('office.postal', undefined);
  if (settings.error !== null)
    return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return <Skeleton width="60%" height="160px" />;
  return <PostalForm settings={settings.data} />;
}

// 300: First-Class Mail without further services; 00: no presort is claimed.
const USUAL = { serviceType: '300', barcodeId: '00' };

function PostalForm({ settings }: { readonly settings: PostalSettings }) {
  const [duplex, setDuplex] = useState(settings.duplex);
  const [barred, setBarred] = useState(settings.barcode !== null);
  const [barcode, setBarcode] = useState(settings.barcode ?? { mailerId: '', ...USUAL });
  const save = useAct('office.savePostal');
  return (
    <form
      className="postal-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending) return;
        save.mutate(
          { duplex, barcode: barred ? barcode : null },
          { onSuccess: () => sayDone('Saved. Barcodes go on runs prepared from now on.') },
        );
      }}
    >
      {save.error === null ? null : <ErrorBanner error={toErrorShape(save.error)} />}
      <Checkbox
        label="Put a blank back behind each sheet, for printers that print on both sides"
        checked={duplex}
        onChange={(event) => setDuplex(event.target.checked)}
      />
      <Checkbox
        label="Print Intelligent Mail barcodes where the window has room for them"
        checked={barred}
        onChange={(event) => setBarred(event.target.checked)}
      />
      {barred ? (
        <>
          <TextField
            label="Mailer ID"
            hint="Six or nine digits that the USPS assigned to the office."
            inputMode="numeric"
            maxLength={9}
            value={barcode.mailerId}
            onChange={(event) => setBarcode({ ...barcode, mailerId: event.target.value.trim() })}
          />
          <TextField
            label="Service type"
            hint="Three digits; 300 is First-Class Mail without further services."
            inputMode="numeric"
            maxLength={3}
            value={barcode.serviceType}
            onChange={(event) => setBarcode({ ...barcode, serviceType: event.target.value.trim() })}
          />
        </>
      ) : null}
      <div className="buttons">
        <Button type="submit" look="primary" busy={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
