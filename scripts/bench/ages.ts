/** How old a vault is that is reviewed. */
export const ages = ['1y', '5y', '20y'] as const
export type Age = (typeof ages)[number]

export const yearsOf: Readonly<Record<Age, number>> = { '1y': 1, '5y': 5, '20y': 20 }
