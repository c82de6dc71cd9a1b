/** The people of the tests in the window: plainly invented. */

export const author = {
  name: 'Nora Field',
  credentials: 'LCSW',
  clinic: 'Harbor Street',
  passphrase: 'otter lantern quarry violet',
}

/** Whose words stand nowhere else in the console: where none of them may be, they are looked for. */
export const soughtAuthor = {
  name: 'Philippa Quist',
  credentials: 'LCSW',
  clinic: 'Vellum Row',
  passphrase: 'otter lantern quarry violet',
}

/** In the order of their seats; the tenth has the key 0. */
export const tenNames = [
  'Anouk',
  'Bertil',
  'Cosima',
  'Dagny',
  'Eluned',
  'Fintan',
  'Gudrun',
  'Hamish',
  'Isolde',
  'Jowita',
]

/** The same circle, with a name that is long and one that runs from right to left. */
export const unevenNames = tenNames.with(2, 'Cosima-Maximiliane').with(4, 'أمينة بنت عبد الرحمن')

export const seatKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']
