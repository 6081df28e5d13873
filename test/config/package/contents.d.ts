type Files = ReadonlyMap<string, Uint8Array | string>;

export declare const PLACEHOLDER: string;
export declare function packageContents(
  dist: Files,
  kit: Files,
  sources: { readonly manifest: string; readonly licence: string; readonly lock: string },
): Map<string, Buffer>;
