import { displayKeys } from '../../app/keys.ts';
import { KeyHint } from '../key-hint.tsx';

/** The key of an action, printed on its button; read aloud by `aria-keyshortcuts`. */
export function WorkKey({ of }: { readonly of: string }) {
  return (
    <span aria-hidden="true">
      <KeyHint keys={displayKeys(of, false)} />
    </span>
  );
}
