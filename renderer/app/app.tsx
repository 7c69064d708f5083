import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { bridge } from '../api/bridge.ts';
import { followJobs } from '../api/jobs.ts';
import { refreshOnChange } from '../api/query-client.ts';
import { useAsk } from '../api/use-ask.ts';
import { ErrorState } from '../components/notices.tsx';
import { Toasts } from '../components/toast.tsx';
import { Frame } from './frame/frame.tsx';
import { navigate } from './navigation.tsx';
import { FirstStart } from './routes.tsx';
import './app.css';

interface AppProps {
  readonly client: QueryClient;
}

/** The whole window. */
export function App({ client }: AppProps) {
  useEffect(() => {
    const stops = [followJobs(), refreshOnChange(client), bridge().on('navigate', ({ to }) => navigate(to))];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);

  return (
    <QueryClientProvider client={client}>
      <Office />
      <Toasts />
    </QueryClientProvider>
  );
}

/** The first start while no office is open, else the frame. */
function Office() {
  const state = useAsk('office.state', undefined);
  if (state.error !== null) return <ErrorState error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return null;
  if (state.data.office !== null) return <Frame office={state.data.office} />;
  return (
    <div className="first">
      <main className="first__screen">
        <Suspense fallback={null}>
          <FirstStart params={{}} />
        </Suspense>
      </main>
    </div>
  );
}
