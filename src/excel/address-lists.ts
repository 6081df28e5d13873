/** Excel's limit on an address given to getRanges, in letters. */
const MAX_ADDRESS = 8192;

/** Addresses as getRanges takes them, joined by commas; as few lists as their length allows, in their order. */
export function addressLists(addresses: readonly string[]): string[] {
  const lists: string[] = [];
  for (const address of addresses) {
    const last = lists[lists.length - 1];
    if (last === undefined || last.length + 1 + address.length > MAX_ADDRESS) lists.push(address);
    else lists[lists.length - 1] = `${last},${address}`;
  }
  return lists;
}
