/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page takes nothing along from here */
/* Functions that run in the page, and look at where things stand on Live. */

/** Whatever can be pressed on Live is 44 pixels wide and high, as a finger in a dim room needs it. */
export function findSmallTargets(): string[] {
  const wanted = 44
  const controls = 'button, a[href], input:not([type="hidden"]), textarea, [role="tab"], [role="radio"]'
  return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((element) => {
    // A radio's own circle is out of sight: its label is what is pressed.
    const target = element.matches('input[type="radio"], input[type="checkbox"]')
      ? (element.closest('label') ?? element)
      : element
    const { width, height } = target.getBoundingClientRect()
    if (width === 0 || height === 0) return []
    if (width > wanted - 0.5 && height > wanted - 0.5) return []
    const name = element.getAttribute('aria-label') ?? element.textContent
    return [`“${name}” is ${Math.round(width)}×${Math.round(height)}`]
  })
}

/** Seats, the clock, its button and the bars keep clear of each other. */
export function findCollisions(): string[] {
  const boxes = [
    ...named('li[data-kind="member"] > button', true),
    ...named('li[data-kind="facilitator"] > button', false),
  ]
  const timer = document.querySelector('[role="timer"]')
  const clock =
    timer === null
      ? []
      : [timer, timer.previousElementSibling, timer.nextElementSibling].flatMap((part) => wordsOf(part))
  const step = document.querySelector(
    'main button[aria-keyshortcuts="N"], main button[aria-keyshortcuts="P"]',
  )
  if (step !== null) clock.push({ name: step.textContent, box: step.getBoundingClientRect(), isRound: false })
  const bars = ['main > div:last-of-type', 'header', 'footer', 'section[aria-label="Now"]'].flatMap(
    (selector) =>
      [...document.querySelectorAll(selector)].map((bar) => ({
        name: selector,
        box: bar.getBoundingClientRect(),
        isRound: false,
      })),
  )
  const found: string[] = []
  // Whatever the bar below the circle says keeps to its place: what is too wide would stand over its neighbour.
  for (const part of document.querySelectorAll('main > div:last-of-type li')) {
    if (part.scrollWidth > part.clientWidth + 1) found.push(`“${part.textContent}” is wider than its place`)
  }
  for (const [index, one] of boxes.entries()) {
    for (const other of [...boxes.slice(index + 1), ...clock])
      if (touch(one, other)) found.push(`${one.name} and ${other.name}`)
    // Bars that stay while the rest scrolls may well stand over what is scrolled.
    for (const bar of bars.filter(({ name }) => name !== 'section[aria-label="Now"]'))
      if (touch(one, bar)) found.push(`${one.name} and ${bar.name}`)
  }
  for (const [index, one] of clock.entries()) {
    for (const other of clock.slice(index + 1))
      if (touch(one, other)) found.push(`${one.name} and ${other.name}`)
  }
  return found

  interface Part {
    readonly name: string | null
    readonly box: DOMRect
    readonly isRound: boolean
  }

  function named(selector: string, isRound: boolean): Part[] {
    return [...document.querySelectorAll(selector)].map((element) => ({
      name: element.getAttribute('aria-label'),
      box: element.getBoundingClientRect(),
      isRound,
    }))
  }

  function wordsOf(element: Element | null): Part[] {
    if (element === null) return []
    const range = document.createRange()
    range.selectNodeContents(element)
    // A line of figures is drawn smaller than the line is high.
    const { x, y, width, height } = range.getBoundingClientRect()
    const inset = element.getAttribute('role') === 'timer' ? height * 0.14 : 0
    return [
      {
        name: element.textContent,
        box: new DOMRect(x, y + inset, width, height - 2 * inset),
        isRound: false,
      },
    ]
  }

  function touch(one: Part, other: Part): boolean {
    if (one.isRound && other.isRound) {
      const [a, b] = [centre(one.box), centre(other.box)]
      return Math.hypot(a.x - b.x, a.y - b.y) < (one.box.width + other.box.width) / 2 - 0.5
    }
    if (one.isRound || other.isRound) {
      const [round, box] = one.isRound ? [one.box, other.box] : [other.box, one.box]
      const { x, y } = centre(round)
      const dx = Math.max(box.left - x, 0, x - box.right)
      const dy = Math.max(box.top - y, 0, y - box.bottom)
      return Math.hypot(dx, dy) < round.width / 2 - 0.5
    }
    const [a, b] = [one.box, other.box]
    return (
      a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5
    )
  }

  function centre(box: DOMRect): { x: number; y: number } {
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
}

/** Where Live does not scroll, all of its parts stand in the window. */
export function findCutOff(): string[] {
  const parts = document.querySelectorAll(
    'header, footer, main, aside, main li > button, main button, footer button',
  )
  return [...parts].flatMap((part) => {
    const { left, top, right, bottom, width } = part.getBoundingClientRect()
    const isInside = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1
    return width === 0 || isInside
      ? []
      : [
          `${part.tagName} ${part.getAttribute('aria-label') ?? part.textContent?.slice(0, 30)} is not in the window`,
        ]
  })
}
