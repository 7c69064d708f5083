/** Styles are imported for their effect; the bundler puts them into the window's stylesheets. */
declare module '*.css';

/** A file's address among the window's own pages. */
declare module '*?url' {
  const address: string;
  export default address;
}
