/** What is used of heic-decode 2.1, which brings no types of its own. */
declare module 'heic-decode' {
  interface Picture {
    readonly width: number;
    readonly height: number;
    /** Four bytes a pixel. */
    decode(): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
  }
  const heic: {
    /** Every picture of a file, decoded when it is asked for; `dispose` frees them all. Rejects for what is no HEIC. */
    all(source: { readonly buffer: Uint8Array }): Promise<readonly Picture[] & { dispose(): void }>;
  };
  export default heic;
}
