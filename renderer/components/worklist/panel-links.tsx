import type { WorklistName, WorklistRow } from '../../../shared/domain/worklists.ts';
import { Link, usePlace } from '../../app/navigation.tsx';
import { formatPlace } from '../../app/place.ts';
import { noticePlace, noticeWords } from './words.ts';

interface PanelLinksProps {
  readonly list: WorklistName;
  readonly memberNo: string;
  readonly row: WorklistRow | null;
}

interface PanelLink {
  readonly to: string;
  readonly text: string;
}

/** Where a row of each list is worked further; Back returns to the same row. */
export function PanelLinks({ list, memberNo, row }: PanelLinksProps) {
  const { path, query } = usePlace();
  const back = encodeURIComponent(formatPlace(path, query));
  return linksOf(list, encodeURIComponent(memberNo), row, back).map(({ to, text }) => (
    <Link key={to} to={to} className="button button--plain">
      <span>{text}</span>
    </Link>
  ));
}

/** @param back this very row, for what is done on another screen and then returns */
function linksOf(
  list: WorklistName,
  memberNo: string,
  row: WorklistRow | null,
  back: string,
): readonly PanelLink[] {
  const points = {
    to: `/members/${memberNo}?tab=points&add=activity&back=${back}`,
    text: 'Record points',
  };
  const attest = { to: `/ccp?tab=attestations&slip=${memberNo}`, text: 'Record attestation' };
  const payment = { to: `/payments?member=${memberNo}`, text: 'Record payment' };
  const fees = { to: `/members/${memberNo}?tab=fees`, text: 'Fees' };
  const recorded = { to: `/members/${memberNo}?tab=points`, text: 'Points on record' };
  switch (list) {
    case 'ending':
      return [points, attest];
    case 'in-grace':
      return [points];
    case 'ended-short':
      return row?.status === 'lapsed' ? [recorded] : [points, recorded];
    case 'roll-blocked':
    case 'past-due':
      return [payment, fees];
    case 'over-cap':
    case 'duplicates':
      return [recorded];
    case 'unsupported':
      return [];
    case 'lapsed':
      return row === null || row.lapse === null
        ? []
        : [
            {
              to: noticePlace(row.lapse.notice),
              text: `Lapse notice: ${noticeWords(row.lapse.notice).toLowerCase()}`,
            },
          ];
  }
}
