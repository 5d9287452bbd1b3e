// A dialog is opened by its address. This adds what an address cannot: focus goes in, stays in, and back where it came from; Esc closes.

class DialogDoor extends HTMLElement {
  #from: HTMLElement | null = null

  connectedCallback(): void {
    const dialog = this.querySelector<HTMLElement>('.dialog')
    if (!dialog) return
    const opened = () => location.hash === `#${dialog.id}`
    document.addEventListener('click', (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null
      if (link?.hash === `#${dialog.id}`) this.#from = link
    })
    const turn = () => {
      if (opened()) {
        dialog.setAttribute('aria-modal', 'true')
        const first = dialog.querySelector<HTMLElement>(
          'input:not([type="hidden"]), textarea, select, button, a',
        )
        ;(first ?? dialog).focus()
      } else if (this.#from) {
        dialog.removeAttribute('aria-modal')
        this.#from.focus()
        this.#from = null
      }
    }
    window.addEventListener('hashchange', turn)
    dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') location.hash = '#main'
      if (event.key !== 'Tab') return
      const stops = Array.from(
        dialog.querySelectorAll<HTMLElement>(
          'a[href], button:not([disabled]), input:not([type="hidden"]), textarea, select',
        ),
      )
      const first = stops[0]
      const last = stops[stops.length - 1]
      if (event.shiftKey && document.activeElement === first) {
        event.preventDefault()
        last?.focus()
      } else if (!event.shiftKey && document.activeElement === last) {
        event.preventDefault()
        first?.focus()
      }
    })
    turn()
  }
}

customElements.define('dialog-door', DialogDoor)
