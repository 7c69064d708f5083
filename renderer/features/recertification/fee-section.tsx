import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useAct } from '../../api/use-act.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayDone } from '../../components/toast.tsx';

/** The fee of an application: how far it is paid, and the way to the desk that takes the payment. */
export function FeeSection({ view, open }: { readonly view: ApplicationView; readonly open: boolean }) {
  const pay = useAct('recertification.payFromCredit');
  const { fee, creditCents, application } = view;
  if (fee === null) return null;
  const owed = fee.owedCents > 0;
  return (
    <Card
      title={`Fee: ${displayCents(fee.amountCents)}`}
      actions={
        open && owed ? (
          <span className="buttons">
            {creditCents > 0 ? (
              <Button
                busy={pay.isPending}
                onClick={() =>
                  pay.mutate(
                    { application },
                    { onSuccess: () => sayDone('Paid from the credit that was held.') },
                  )
                }
              >
                {`Pay from ${displayCents(creditCents)} of credit`}
              </Button>
            ) : null}
            <Button onClick={() => navigate(`/payments?member=${encodeURIComponent(view.memberNo)}`)}>
              Take the payment
            </Button>
          </span>
        ) : null
      }
    >
      {pay.error === null ? null : <ErrorBanner error={toErrorShape(pay.error)} />}
      <p>
        {fee.voidedOn !== null
          ? `Withdrawn on ${displayDate(fee.voidedOn)}.`
          : owed
            ? `${displayCents(fee.owedCents)} is owed. At the deposit desk a payment of ${view.memberName} goes to it first.`
            : `Paid in full.`}
        {fee.confirmed ? '' : ' The amount is an office default that nobody has confirmed yet.'}
      </p>
    </Card>
  );
}
