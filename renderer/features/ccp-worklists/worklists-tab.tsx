import { CCP_WORKLISTS } from '../../../shared/domain/worklists.ts';
import { Link } from '../../app/navigation.tsx';
import { Worklist } from '../../components/worklist/worklist.tsx';

/** The worklists of CCP; each row is worked beside the table. */
export function WorklistsTab() {
  return (
    <div className="worklist">
      <Worklist
        lists={CCP_WORKLISTS}
        actions={({ list, memberNo }) =>
          list === 'unsupported' ? (
            <Link to={`/members/${encodeURIComponent(memberNo)}?tab=cycles`} className="button button--plain">
              <span>Correct or reopen</span>
            </Link>
          ) : null
        }
      />
    </div>
  );
}
