/** The one origin of every page of the console. */
export const appScheme = 'app'
export const appHost = 'console'
export const appOrigin = `${appScheme}://${appHost}`

const internalUrl = /^app:\/\/console(?:[/?#][\x21-\x7e]*)?$/

/**
 * Whether a URL is a page or file of the console itself. The text is matched before any parser reads it, because Node and
 * Chromium disagree about schemes of one's own: user info, ports, other cases of the host and trailing dots all differ
 * from the one spelling that is right. A backslash is a slash to Chromium, so it is refused too.
 * https://www.electronjs.org/docs/latest/tutorial/security#13-disable-or-limit-navigation
 */
export function isInternalUrl(url: string): boolean {
  return internalUrl.test(url) && !url.includes('\\')
}
