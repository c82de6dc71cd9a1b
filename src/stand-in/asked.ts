import { channel } from 'node:diagnostics_channel'

/**
 * Tells a test what the app asked of Electron, and what its policies answered. In production nobody listens,
 * and nothing is kept.
 */
export const askedChannel = channel('stand-in:asked')

/** Hands the browser to a test that wants to see the app's pages. */
export const browserChannel = channel('stand-in:browser')

export function publishAsked(what: string, ...args: readonly unknown[]): void {
  if (askedChannel.hasSubscribers) askedChannel.publish({ what, args })
}
