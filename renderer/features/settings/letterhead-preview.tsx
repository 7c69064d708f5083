import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import { imageAddress } from './image-address.ts';
import { initials } from './initials.ts';

/** The top of a letter with this profile, and what shows in the envelope's return window. */
export function LetterheadPreview({ profile }: { readonly profile: OfficeProfile }) {
  const { name, address, website, logo } = profile;
  const contact = [profile.phone, profile.email].filter((part) => part !== '').join('  ·  ');
  const town = [address.city, [address.state, address.zip].filter((part) => part !== '').join(' ')]
    .filter((part) => part !== '')
    .join(', ');
  const lines = [address.address1, address.address2, town].filter((line) => line !== '');
  return (
    <figure className="letterhead">
      <figcaption className="fieldset__legend">At the top of every letter</figcaption>
      <div className="letterhead__paper">
        <div className="letterhead__top">
          {logo === null ? (
            <span className="letterhead__seal" aria-hidden="true">
              {initials(name)}
            </span>
          ) : (
            <img src={imageAddress(logo)} alt="" className="letterhead__logo" />
          )}
          <strong className="letterhead__name">{name === '' ? 'Name of the office' : name}</strong>
          <span className="letterhead__contact">
            <span>{website}</span>
            <span>{contact}</span>
          </span>
        </div>
        <div className="letterhead__window">
          <strong>{name === '' ? 'Name of the office' : name}</strong>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
        <div className="letterhead__member" aria-hidden="true">
          ROSA M FEATHERSTONEHAUGH
          <br />
          45A N ELM ST APT 4B
          <br />
          ROSEMONT IL&nbsp; 60018
        </div>
      </div>
      <p className="field__hint">The framed part shows in the window of the envelope.</p>
    </figure>
  );
}
