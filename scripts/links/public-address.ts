import { type LookupAddress, lookup as lookUp } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Networks that lead nowhere on the open net (IANA special-purpose registries, RFC 6890), but for those of IPv6 outside 2000::/3. */
const closed = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  // Clouds tell machines their secrets at 169.254.169.254.
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  closed.addSubnet(network, bits);
// Teredo and its like, examples, and 6to4, which hides an address of IPv4.
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  closed.addSubnet(network, bits, "ipv6");

/** All of IPv6 that is given out to the public; mapped, translated, local and multicast addresses lie outside. */
const open = new BlockList();
open.addSubnet("2000::", 3, "ipv6");

/** True for an IP address of the open net. Anything that is no IP address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address);
  return family === 6 && open.check(address, "ipv6") && !closed.check(address, "ipv6");
}

/** A host has no address on the open net. */
export class NotPublic extends Error {}

/**
 * Looks names up and keeps to the open net. The connection is made to the very address that was looked at here, so that a name
 * that means something else a moment later gains nothing.
 */
export const publicLookup: LookupFunction = (host, options, done) => {
  lookUp(host, { ...options, all: true }, (fault, found: LookupAddress[] = []) => {
    const [first, ...others] = found.filter(({ address }) => isPublicAddress(address));
    if (fault !== null) return done(fault, []);
    if (first === undefined) return done(new NotPublic(`${host} is not on the open net`), []);
    if (options.all === true) return done(null, [first, ...others]);
    return done(null, first.address, first.family);
  });
};
