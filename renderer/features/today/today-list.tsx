import { ChevronRight } from 'lucide-react';
import type { TodayItem } from '../../../shared/domain/office.ts';
import { Link } from '../../app/navigation.tsx';
import { countOf } from './today-groups.ts';

/** Items as counts with their sentence; each leads to its list. */
export function TodayList({ items }: { readonly items: readonly TodayItem[] }) {
  return (
    <ul className="today-list">
      {items.map((item) => {
        const count = countOf(item);
        return (
          <li key={`${item.id} ${item.link}`}>
            <Link to={item.link} className="today-item">
              <span className="today-item__count figures">
                {count === null ? '' : count.toLocaleString('en-US')}
              </span>
              <span className="today-item__text">{item.text}</span>
              <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
