import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import { isMac } from '../../api/bridge.ts';
import { IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { displayKeys } from '../keys.ts';
import { useKeyGroups, useKeys } from '../use-keys.ts';
import './keys-dialog.css';

/** The button, and the key `?`, that show the keys of this screen. */
export function KeysButton() {
  const [open, setOpen] = useState(false);
  useKeys('Everywhere', [{ keys: '?', does: 'These keys', run: () => setOpen(true) }]);
  return (
    <>
      <IconButton icon={Keyboard} label="Keys of this screen (?)" onClick={() => setOpen(true)} />
      {open ? <KeysDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const groups = useKeyGroups();
  const mac = isMac();
  const titles = [...new Set(groups.map((group) => group.title))].sort(
    (a, b) => Number(a === 'Everywhere') - Number(b === 'Everywhere'),
  );
  return (
    <Dialog title="Keys of this screen" onClose={onClose}>
      <div className="keys">
        {titles.map((title) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {groups
                .filter((group) => group.title === title)
                .flatMap((group) => group.bindings)
                .map((binding) => (
                  <div key={binding.does} className="keys__line">
                    <dt>
                      {[binding.keys].flat().map((keys) => (
                        <KeyHint key={keys} keys={displayKeys(keys, mac)} />
                      ))}
                    </dt>
                    <dd>{binding.does}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
