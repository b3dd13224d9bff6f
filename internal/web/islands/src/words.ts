// The words of a page's language, which the page brings along.

/** Words are texts by key; {0}, {1} … is what is put in. */
export class Words {
  readonly language: string
  readonly #texts: Record<string, string>

  constructor(element: HTMLElement) {
    this.language = element.dataset.lang ?? 'en'
    this.#texts = JSON.parse(element.dataset.words ?? '{}') as Record<string, string>
  }

  /** t is a text with what it takes put in. */
  t(key: string, ...args: (string | number)[]): string {
    return (this.#texts[key] ?? key).replace(/\{(\d)\}/g, (_, i: string) => String(args[Number(i)] ?? ''))
  }

  /** capital begins a text with a capital letter. */
  capital(text: string): string {
    return text.charAt(0).toLocaleUpperCase(this.language) + text.slice(1)
  }

  /** day writes a day, yyyy-mm-dd, without a shift of time zones. */
  day(iso: string): string {
    return new Intl.DateTimeFormat(this.language === 'en' ? 'en-GB' : this.language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`))
  }
}

/** element makes an element with some text. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', className = ''): HTMLElementTagNameMap[K] {
  const e = document.createElement(tag)
  e.textContent = text
  if (className !== '') e.className = className
  return e
}
