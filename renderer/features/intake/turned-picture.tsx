import { type CSSProperties, useState } from 'react';
import './page-board.css';

interface TurnedPictureProps {
  /** In Base64. */
  readonly jpeg: string;
  readonly alt: string;
  /** Quarter turns clockwise, any number. */
  readonly quarters: number;
  readonly className: string;
}

/** US Letter, until the picture is there. */
const LETTER = 8.5 / 11;

/** A page as it is turned, taking the room that it then needs. */
export function TurnedPicture({ jpeg, alt, quarters, className }: TurnedPictureProps) {
  const [ratio, setRatio] = useState(LETTER);
  const turns = quarters % 4;
  // Custom properties are not among React's own.
  const style = { '--ratio': ratio, '--turn': `${turns * 90}deg` } as CSSProperties;
  return (
    <div className={`turned ${turns % 2 === 1 ? 'turned--sideways' : ''} ${className}`} style={style}>
      <img
        src={`data:image/jpeg;base64,${jpeg}`}
        alt={alt}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setRatio(naturalWidth / Math.max(1, naturalHeight))
        }
      />
    </div>
  );
}
