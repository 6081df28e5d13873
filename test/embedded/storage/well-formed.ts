import { SaxesParser } from "saxes";

/** What an XML parser that is not ours, and knows of namespaces, has against a part; null for nothing. */
export function faultOf(bytes: Uint8Array): string | null {
  const parser = new SaxesParser({ xmlns: true });
  let fault: string | null = null;
  parser.on("error", (error) => {
    fault ??= error.message;
  });
  try {
    parser.write(decoded(bytes)).close();
  } catch (error) {
    fault ??= String(error);
  }
  return fault;
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = little ? "utf-16le" : big ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
