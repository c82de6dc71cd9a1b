/**
 * What stands in place of the name of whoever was in a session and is not on file any more. The log knows them by an id,
 * which tells nothing to anybody.
 */
export const erasedMember = 'Erased member'
