/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page takes nothing along from here */
/* A function that runs in the page, and looks at all that is drawn in the circle. */

/**
 * Which parts of the circle lie upon each other: seats, the words below them, their keys and badges, and the words and
 * the button in the middle. What belongs to one seat may touch its own seat. Names are whole, or initials.
 */
export function findCircleOverlaps(): string[] {
  interface Part {
    readonly name: string
    /** Parts of one owner may touch. */
    readonly owner: Element
    readonly box: DOMRect
    readonly isRound: boolean
  }

  const slackPx = 0.5
  const field = document.querySelector('main ul[aria-label="Seats"]')
  if (field === null) return ['There is no circle']
  const parts = [...[...field.children].flatMap(partsOfSeat), ...partsOfMiddle()]
  const names = [...field.querySelectorAll('li[data-kind="member"] bdi')]
  const cut = names.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
  const bar = document.querySelector('main > div:last-of-type')
  const overflowing =
    bar !== null && bar.scrollHeight > bar.clientHeight + 1 ? ['The bar below holds too much'] : []
  return [
    ...overflowing,
    ...cut.map(({ textContent }) => `“${textContent}” is cut`),
    ...parts.flatMap(pairsFrom),
    ...parts.flatMap(outsideOf(field.getBoundingClientRect())),
  ]

  function partsOfSeat(seat: Element): Part[] {
    const who = seat.querySelector('button')?.getAttribute('aria-label') ?? 'a seat'
    const isMember = seat.getAttribute('data-kind') === 'member'
    return [...seat.children].map((child) => {
      const isSeat = child.matches('button')
      const isWords = !isSeat && child.matches('span') && child.querySelector('svg') === null
      const kind = isSeat
        ? 'seat'
        : isWords
          ? `words “${child.textContent}”`
          : child.matches('kbd')
            ? 'key'
            : 'badge'
      return {
        name: `${kind} of ${who}`,
        owner: seat,
        box: isWords ? wordsBox(child) : child.getBoundingClientRect(),
        isRound: !isWords && (!isSeat || isMember),
      }
    })
  }

  function partsOfMiddle(): Part[] {
    const run = document.querySelector(
      'main button[aria-keyshortcuts="N"], main button[aria-keyshortcuts="P"]',
    )
    const clock = run?.parentElement ?? null
    if (clock === null) return []
    const arcs = document.querySelector('main button[aria-keyshortcuts="Alt+A"]')
    return [
      ...[...clock.children].map((child) => ({
        name: `“${child.textContent}”`,
        owner: child,
        box: child === run ? child.getBoundingClientRect() : wordsBox(child),
        isRound: false,
      })),
      ...(arcs === null
        ? []
        : [
            { name: 'the button of the arcs', owner: arcs, box: arcs.getBoundingClientRect(), isRound: true },
          ]),
    ]
  }

  /** Large figures have nothing above or below them, where letters have accents and tails. */
  function wordsBox(element: Element): DOMRect {
    const range = document.createRange()
    range.selectNodeContents(element)
    const { x, y, width, height } = range.getBoundingClientRect()
    const inset =
      /\d/.test(element.textContent) && height > 45 && element.querySelector('span') !== null
        ? height * 0.2
        : 0
    return new DOMRect(x, y + inset, width, height - 2 * inset)
  }

  function pairsFrom(one: Part, index: number, all: readonly Part[]): string[] {
    return all
      .slice(index + 1)
      .filter((other) => one.owner !== other.owner && touch(one, other))
      .map((other) => `${one.name} and ${other.name}`)
  }

  function outsideOf(room: DOMRect) {
    return ({ name, box }: Part) => {
      const by = Math.max(
        room.left - box.left,
        room.top - box.top,
        box.right - room.right,
        box.bottom - room.bottom,
      )
      return by > 4 ? [`${name} leaves the circle`] : []
    }
  }

  function touch(one: Part, other: Part): boolean {
    if (one.box.width === 0 || other.box.width === 0) return false
    if (one.isRound && other.isRound) {
      const [a, b] = [centre(one.box), centre(other.box)]
      return Math.hypot(a.x - b.x, a.y - b.y) < (one.box.width + other.box.width) / 2 - slackPx
    }
    if (one.isRound || other.isRound) {
      const [round, box] = one.isRound ? [one.box, other.box] : [other.box, one.box]
      const { x, y } = centre(round)
      const across = Math.max(box.left - x, 0, x - box.right)
      const up = Math.max(box.top - y, 0, y - box.bottom)
      return Math.hypot(across, up) < round.width / 2 - slackPx
    }
    const [a, b] = [one.box, other.box]
    return (
      a.left < b.right - slackPx &&
      b.left < a.right - slackPx &&
      a.top < b.bottom - slackPx &&
      b.top < a.bottom - slackPx
    )
  }

  function centre(box: DOMRect): { x: number; y: number } {
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
}
