/** Megabytes of objects that a reading process may hold; what a page is drawn on lies outside of them. */
export const HEAP_MEGABYTES = 700;

/** Megabytes that a reading process may hold in all: the largest page that is read, decoded and on a canvas, with room beside it. */
export const PROCESS_MEGABYTES = 1500;

/** What a reading process prints before it ends itself for holding more. */
export const TOO_MUCH_MEMORY = 'too-much-memory';
