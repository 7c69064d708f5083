import { setLook, useLook } from '../../app/theme.ts';
import { Choice } from './choice.tsx';

/** How the window looks on this computer. */
export function AppearanceTab() {
  const { theme, rows } = useLook();
  return (
    <div className="appearance">
      <Choice
        label="Light and dark"
        name="theme"
        chosen={theme}
        options={[
          { value: 'system', text: 'As the computer', about: 'Follows the computer’s own setting' },
          { value: 'light', text: 'Light' },
          { value: 'dark', text: 'Dark' },
        ]}
        onChoose={(value) => setLook({ theme: value })}
      />
      <Choice
        label="Rows of tables"
        name="rows"
        chosen={rows}
        options={[
          { value: 'comfortable', text: 'Comfortable' },
          { value: 'compact', text: 'Compact', about: 'More members on the screen at once' },
        ]}
        onChoose={(value) => setLook({ rows: value })}
      />
      <p className="soft">Remembered on this computer. Letters on paper always look the same.</p>
    </div>
  );
}
