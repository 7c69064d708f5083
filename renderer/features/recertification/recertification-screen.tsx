import { BadgeCheck, Compass, Plus } from 'lucide-react';
import { useAsk } from '../../api/use-ask.ts';
import { navigate, useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { NO_WAY, readWay } from '../../app/way-place.ts';
import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { ApplicationList } from './application-list.tsx';
import { Board } from './board.tsx';
import { StartDialog } from './start-dialog.tsx';
import './recertification.css';

/** Recertification: the open applications as a board, all of them as a list; `?start=700412:RMA` begins one. */
export function RecertificationScreen() {
  const [text, setText] = useQueryText();
  const today = useAsk('office.state', undefined).data?.today;
  const asked = text.get('start');
  const chosen = text.get('tab') === 'list' ? 'list' : 'board';
  useKeys('Recertification', [
    { keys: 'n', does: 'Start an application', run: () => setText({ start: 'new' }) },
  ]);
  return (
    <Screen
      title="Recertification"
      actions={
        <>
          <Button icon={Compass} onClick={() => navigate('/eligibility')}>
            Eligibility
          </Button>
          <Button icon={BadgeCheck} onClick={() => navigate('/badges')}>
            Badges
          </Button>
          <Button icon={Plus} look="primary" onClick={() => setText({ start: 'new' })}>
            Start an application…
          </Button>
        </>
      }
    >
      <Tabs
        label="Applications"
        tabs={[
          { id: 'board', text: 'Board' },
          { id: 'list', text: 'List' },
        ]}
        chosen={chosen}
        onChoose={(tab) => setText({ tab: tab === 'board' ? '' : tab })}
      >
        {today === undefined ? (
          <Skeleton height="320px" />
        ) : chosen === 'board' ? (
          <Board today={today} />
        ) : (
          <ApplicationList />
        )}
      </Tabs>
      {asked === null || asked === '' || today === undefined ? null : (
        <StartDialog
          asked={asked === 'new' ? '' : asked}
          way={readWay(text)}
          today={today}
          onClose={() => setText({ start: '', ...NO_WAY })}
        />
      )}
    </Screen>
  );
}
