import { CCP_WORKLISTS } from '../../../shared/domain/worklists.ts';
import { Link } from '../../app/navigation.tsx';
import type { WorkForms } from '../../components/worklist/work-forms.ts';
import { Worklist } from '../../components/worklist/worklist.tsx';

/** The worklists of CCP; each row is worked beside the table. */
export function WorklistsTab({ forms }: { readonly forms: WorkForms }) {
  return (
    <div className="worklist">
      <Worklist
        lists={CCP_WORKLISTS}
        forms={forms}
        actions={({ found: { list, memberNo } }) =>
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
