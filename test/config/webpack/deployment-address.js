/**
 * Where the built files will be served from, as the manifest wants it: with a slash at its end.
 *
 * @throws Error with a sentence for whoever builds, where Excel would not load an add-in from there
 */
export function addressOf(text) {
  const address = URL.canParse(text) ? new URL(text) : null;
  const isLocal = address !== null && ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  if (address === null || !(address.protocol === "https:" || (address.protocol === "http:" && isLocal))) {
    throw new Error(
      `MEASURE_LEDGER_URL is "${text}", but Excel loads add-ins over https only. ` +
        "Give the folder's whole address, such as https://intranet.example.lg.jp/measure-ledger/ (http only for localhost).",
    );
  }
  if (address.search !== "" || address.hash !== "" || address.username !== "" || address.password !== "") {
    throw new Error(
      `MEASURE_LEDGER_URL is "${text}", but it must be the address of a folder, without ?, # or a user's name.`,
    );
  }
  return address.href.replace(/\/?$/, "/");
}
