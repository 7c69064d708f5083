import { ArrowLeft, HandCoins, Pencil, Plus } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import type { CertificationOnPage, MemberPage } from '../../../shared/domain/member-page.ts';
import { STANDING_STATUSES } from '../../../shared/domain/standing.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate, usePlace, useQueryText } from '../../app/navigation.tsx';
import type { ScreenParams } from '../../app/routes.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Banner, EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusMark } from '../../components/status.tsx';
import { AddressFindings } from './address-findings.tsx';
import { CertificationCard } from './certification-card.tsx';
import { ContactDialog } from './contact/contact-dialog.tsx';
import { ContactLine } from './contact-line.tsx';
import { MemberTabs, type PointsProps } from './member-tabs.tsx';
import { SentScreen, type SentViewerProps } from './sent-screen.tsx';
import './member-page.css';

/** What other features show of a member. */
interface FromOthers {
  readonly Points: ComponentType<PointsProps>;
  readonly AddActivity: ComponentType<{
    readonly memberNo: string;
    readonly memberName: string;
    readonly onClose: () => void;
  }>;
}

interface MemberScreenProps extends ScreenParams, FromOthers {
  readonly Viewer: ComponentType<SentViewerProps>;
}

/** A member, or what a run sent to the member (`?sent=2026-12-A`). */
export function MemberScreen({ params, Viewer, ...others }: MemberScreenProps) {
  const memberNo = params.memberNo ?? '';
  const sent = usePlace().query.get('sent') ?? '';
  if (/^\d{4}-\d{2}-[A-Z]{1,2}$/.test(sent))
    return <SentScreen memberNo={memberNo} run={sent} Viewer={Viewer} />;
  return <MemberPageScreen memberNo={memberNo} {...others} />;
}

/** Everything about one member; the first screenful answers the phone call. */
function MemberPageScreen({ memberNo, ...others }: FromOthers & { readonly memberNo: string }) {
  const page = useAsk('members.page', { memberNo });
  if (page.error !== null)
    return (
      <Screen title={`Member ${memberNo}`} actions={<BackButton />}>
        {page.error.code === 'member-unknown' ? (
          <ErrorState error={page.error} action={<Button onClick={goToLookup}>Look a member up</Button>} />
        ) : (
          <ErrorState error={page.error} onRetry={() => void page.refetch()} />
        )}
      </Screen>
    );
  if (page.data === undefined) return <Loading />;
  return <Loaded key={memberNo} page={page.data} {...others} />;
}

function goToLookup(): void {
  document.getElementById('lookup')?.focus();
}

function Loaded({ page, Points, AddActivity }: FromOthers & { readonly page: MemberPage }) {
  const [place, setPlace] = useQueryText();
  const [editing, setEditing] = useState(place.get('contact') === 'open');
  const [adding, setAdding] = useState(false);
  // Who came here to correct the address goes back to where it was asked for.
  const endEditing = () => {
    setEditing(false);
    const back = place.get('back') ?? '';
    if (/^\/renewals[?/]/.test(back)) navigate(back);
    else setPlace({ contact: '' });
  };
  const [explained, setExplained] = useState<ReadonlySet<string>>(new Set());
  const certifications = worstFirst(page.certifications);
  const codes = certifications.map((one) => one.code);
  const explain = (code: string, on: boolean) => {
    const next = new Set(explained);
    if (on) next.add(code);
    else next.delete(code);
    setExplained(next);
  };
  useKeys('Member', [
    { keys: 'a', does: 'Add an activity', run: () => setAdding(true) },
    { keys: 'e', does: 'Change the contact', run: () => setEditing(true) },
    {
      keys: 'w',
      does: 'Why? – open or close the reasons',
      run: () => setExplained(explained.size > 0 ? new Set() : new Set(codes)),
    },
    { keys: 'Escape', does: 'Back to where you came from', run: goBack },
    { keys: ['ArrowLeft', 'ArrowRight'], does: 'Move along a timeline' },
  ]);
  const address = page.addresses.find((one) => one.validTo === null);

  return (
    <Screen
      title={page.name}
      about={
        <span className="member__about">
          <span className="member__number selectable">{page.memberNo}</span>
          <CopyButton text={page.memberNo} label="Copy member number" />
          {certifications.map(({ code, standing }) => (
            <StatusMark key={code} status={standing.status} of={code} look="badge" />
          ))}
        </span>
      }
      actions={
        <>
          <Button
            icon={HandCoins}
            onClick={() => navigate(`/payments?member=${encodeURIComponent(page.memberNo)}`)}
          >
            Record payment
          </Button>
          <Button icon={Plus} onClick={() => setAdding(true)}>
            Add activity…
          </Button>
          <Button icon={Pencil} onClick={() => setEditing(true)}>
            Change contact…
          </Button>
          <BackButton />
        </>
      }
    >
      <ContactLine page={page} />
      <AddressFindings memberNo={page.memberNo} />
      {page.deceasedOn === null ? null : (
        <Banner kind="warning">
          Recorded as deceased on {displayDate(page.deceasedOn)}. Notices are held back.
        </Banner>
      )}
      {address === undefined || address.badReason === null ? null : (
        <Banner kind="warning">The address cannot be used: {address.badReason}</Banner>
      )}
      <div className="member__cards">
        {certifications.length === 0 ? (
          <EmptyState title="No certification is recorded for this member." />
        ) : (
          certifications.map((certification) => (
            <CertificationCard
              key={certification.code}
              memberNo={page.memberNo}
              certification={certification}
              explained={explained.has(certification.code)}
              onExplain={(on) => explain(certification.code, on)}
            />
          ))
        )}
      </div>
      <MemberTabs page={page} Points={Points} onAddActivity={() => setAdding(true)} />
      {adding ? (
        <AddActivity memberNo={page.memberNo} memberName={page.name} onClose={() => setAdding(false)} />
      ) : null}
      {editing ? <ContactDialog page={page} onClose={endEditing} /> : null}
    </Screen>
  );
}

/** What someone calls about comes first. */
function worstFirst(certifications: MemberPage['certifications']): MemberPage['certifications'] {
  const rank = ({ standing }: CertificationOnPage) => STANDING_STATUSES.indexOf(standing.status);
  return certifications.toSorted((a, b) => rank(b) - rank(a));
}

function BackButton() {
  return <IconButton icon={ArrowLeft} label="Back (Esc)" onClick={goBack} />;
}

function goBack(): void {
  if (window.history.length > 1) window.history.back();
  else navigate('/members');
}

function Loading() {
  return (
    <Screen title=" ">
      <div className="member__cards" aria-busy="true">
        <Skeleton width="60%" />
        <Skeleton height="170px" />
        <Skeleton height="170px" />
      </div>
    </Screen>
  );
}
