// Over the field in which places on a page are typed in millimetres: the page is shown, places are drawn on it with mouse, finger or
// keys, and each becomes a line of the field. Without this script the pictures stand for measuring and the field is typed into.

interface Region {
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const step = 2
const first = { left: 20, top: 20, width: 40, height: 10 }

class RegionDraw extends HTMLElement {
  #regions: Region[] = []
  #field: HTMLTextAreaElement | null = null

  connectedCallback(): void {
    this.#field = document.querySelector<HTMLTextAreaElement>(`#${this.dataset.field ?? ''}`)
    if (this.#field === null) return
    this.#field.addEventListener('input', () => this.#read())
    for (const sheet of this.querySelectorAll<HTMLElement>('.region-sheet')) this.#watch(sheet)
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-page]')) {
      button.hidden = false
      button.addEventListener('click', () => {
        this.#add({ page: Number(button.dataset.page), ...first })
        const all = this.querySelectorAll<HTMLElement>(
          `.region-sheet[data-page="${button.dataset.page}"] .region`,
        )
        all[all.length - 1]?.focus()
      })
    }
    this.#read()
  }

  /** The lines of the field; one that is no place is left to the server to name. */
  #read(): void {
    this.#regions = (this.#field?.value ?? '').split('\n').flatMap((line): Region[] => {
      const told = line
        .trim()
        .split(/[\s,，、]+/)
        .map(Number)
      const isWhole = told.length === 5 && told.every((one) => Number.isFinite(one) && one >= 0)
      return isWhole
        ? [
            {
              page: told[0] ?? 0,
              left: told[1] ?? 0,
              top: told[2] ?? 0,
              width: told[3] ?? 0,
              height: told[4] ?? 0,
            },
          ]
        : []
    })
    this.#draw()
  }

  #write(): void {
    if (this.#field === null) return
    const known = new Set(
      this.#field.value
        .split('\n')
        .filter((line) => line.trim() !== '' && !/^[\d\s.,，、]+$/.test(line.trim())),
    )
    this.#field.value = [
      ...known,
      ...this.#regions.map((one) => [one.page, one.left, one.top, one.width, one.height].join(' ')),
    ].join('\n')
    this.#draw()
  }

  #add(region: Region): void {
    this.#regions.push(region)
    this.#write()
  }

  #draw(focused = -1): void {
    for (const sheet of this.querySelectorAll<HTMLElement>('.region-sheet')) {
      for (const old of sheet.querySelectorAll('.region')) old.remove()
      const size = measures(sheet)
      this.#regions.forEach((region, index) => {
        if (region.page !== size.page) return
        const mark = document.createElement('button')
        mark.type = 'button'
        mark.className = 'region'
        mark.style.left = `${(region.left / size.wide) * 100}%`
        mark.style.top = `${(region.top / size.high) * 100}%`
        mark.style.width = `${(region.width / size.wide) * 100}%`
        mark.style.height = `${(region.height / size.high) * 100}%`
        mark.setAttribute(
          'aria-label',
          `第${size.page}页遮盖处：左${region.left}，上${region.top}，宽${region.width}，高${region.height}毫米。方向键移动，Shift加方向键改大小，Delete去掉`,
        )
        mark.addEventListener('keydown', (event) => this.#key(event, index, sheet))
        sheet.append(mark)
        if (index === focused) mark.focus()
      })
    }
  }

  #key(event: KeyboardEvent, index: number, sheet: HTMLElement): void {
    const region = this.#regions[index]
    if (region === undefined) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      this.#regions.splice(index, 1)
      this.#write()
      this.querySelector<HTMLElement>(`button[data-page="${region.page}"]`)?.focus()
      return
    }
    const ways: Record<string, readonly [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    }
    const way = ways[event.key]
    if (way === undefined) return
    event.preventDefault()
    const size = measures(sheet)
    const across = way[0]
    const down = way[1]
    this.#regions[index] = event.shiftKey
      ? {
          ...region,
          width: round(Math.min(Math.max(step, region.width + across), size.wide - region.left)),
          height: round(Math.min(Math.max(step, region.height + down), size.high - region.top)),
        }
      : {
          ...region,
          left: round(Math.min(Math.max(0, region.left + across), size.wide - region.width)),
          top: round(Math.min(Math.max(0, region.top + down), size.high - region.height)),
        }
    this.#write()
    this.#draw(index)
  }

  /** A press begins a place and its release ends it; a place of under two millimetres was a click. */
  #watch(sheet: HTMLElement): void {
    sheet.addEventListener('pointerdown', (event) => {
      if (
        event.button !== 0 ||
        (event.target instanceof HTMLElement && event.target.classList.contains('region'))
      )
        return
      event.preventDefault()
      sheet.setPointerCapture(event.pointerId)
      const from = placeOf(event, sheet)
      const ghost = document.createElement('div')
      ghost.className = 'region-ghost'
      sheet.append(ghost)
      const size = measures(sheet)
      const stretch = (to: { x: number; y: number }): Region => ({
        page: size.page,
        left: round(Math.min(from.x, to.x)),
        top: round(Math.min(from.y, to.y)),
        width: round(Math.abs(to.x - from.x)),
        height: round(Math.abs(to.y - from.y)),
      })
      const move = (moved: PointerEvent): void => {
        const now = stretch(placeOf(moved, sheet))
        ghost.style.cssText = `left:${(now.left / size.wide) * 100}%;top:${(now.top / size.high) * 100}%;width:${(now.width / size.wide) * 100}%;height:${(now.height / size.high) * 100}%`
      }
      const end = (ended: PointerEvent): void => {
        sheet.removeEventListener('pointermove', move)
        sheet.removeEventListener('pointerup', end)
        sheet.removeEventListener('pointercancel', end)
        ghost.remove()
        const region = stretch(placeOf(ended, sheet))
        if (ended.type === 'pointerup' && region.width >= 2 && region.height >= 2) this.#add(region)
      }
      sheet.addEventListener('pointermove', move)
      sheet.addEventListener('pointerup', end)
      sheet.addEventListener('pointercancel', end)
    })
  }
}

const round = (millimetres: number): number => Math.round(millimetres)

function measures(sheet: HTMLElement): { page: number; wide: number; high: number } {
  return {
    page: Number(sheet.dataset.page),
    wide: Number(sheet.dataset.wide),
    high: Number(sheet.dataset.high),
  }
}

/** Where on the page a pointer is, in millimetres, never outside. */
function placeOf(event: PointerEvent, sheet: HTMLElement): { x: number; y: number } {
  const box = sheet.getBoundingClientRect()
  const size = measures(sheet)
  const within = (value: number, most: number) => Math.min(Math.max(0, value), most)
  return {
    x: within(((event.clientX - box.left) / box.width) * size.wide, size.wide),
    y: within(((event.clientY - box.top) / box.height) * size.high, size.high),
  }
}

customElements.define('region-draw', RegionDraw)
