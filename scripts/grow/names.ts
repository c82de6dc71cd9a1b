import { proposeInitials } from '../../src/shared/roster/propose-initials.ts'
import type { Chance } from './chance.ts'

// Plainly invented: a first name that nobody is called together with a thing that nobody is called.
const scripts = [
  {
    share: 0.8,
    first:
      'Alder Amberly Ashlow Bracken Briar Cinder Clover Cobbett Dapple Dorrin Ember Fennimore Fernley Finchley Gossamer Hazelton Heatherly Indigo Ivory Jasperine Juniper Kestrel Larkin Lindell Marigold Merrow Mossimo Nettle Oakleigh Ottilie Pebble Periwinkle Quill Rowanne Saffron Sorrel Tansy Thistle Umber Verbena Willowby Yarrow Zephyrine',
    last: 'Acornfield Bellwether Brookhollow Candlewick Cloudsley Driftmoor Elmsworth Fogarty-Fen Glimmerford Harebell Inkpen Juniperus Kettlewell Lanternhill Mapledown Nightingale-Oak Otterbourne Pinwheel Quarrymill Raincloud Saltmarsh Thimblewood Underhedge Vinegarhill Weathervane Yellowhammer',
  },
  {
    share: 0.05,
    first: 'Río Sol Luz Nube Lirio Cielo Brisa Cometa',
    last: 'Delmonte Aguaclara Piedrafina Camposanto Vientolargo Nogaleda',
  },
  {
    share: 0.04,
    first: 'Берёза Облако Искра Заря Ветер Роса',
    last: 'Ручейкова Снегирёв Полянкина Звездочётов Мостовая',
  },
  { share: 0.04, first: 'غيمة نسمة نجمة زهرة ندى بحر', last: 'الوادي النخلة الغروب المطر الجسر' },
  { share: 0.03, first: '小雲 青竹 若葉 銀河 春霧', last: '松原 鈴風 月島 花岡' },
  { share: 0.02, first: 'तारा मेघा किरण सागर', last: 'पर्वतवाला नदियाल बादलकर' },
  { share: 0.02, first: 'ענן טל נחל אורן', last: 'בר-גשם בן-רוח בת-ים' },
].map(({ share, first, last }) => ({ share, first: first.split(' '), last: last.split(' ') }))

export interface Name {
  readonly name: string
  readonly initials: string
}

/** A name in one of several scripts. Two people of twenty years may share one, as people do. */
export function inventName(chance: Chance): Name {
  let at = chance.share()
  const script = scripts.find(({ share }) => (at -= share) < 0) ?? scripts[0]
  if (script === undefined) throw new Error('no script')
  const name = `${chance.one(script.first)} ${chance.one(script.last)}`
  return { name, initials: proposeInitials(name) }
}
