/** Styles are imported for their effect; the bundler puts them into the window's stylesheets. */
declare module '*.css';
