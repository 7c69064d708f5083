export { withSpokenDates } from '../../../shared/util/spoken-dates.ts';
