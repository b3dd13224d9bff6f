// The days that a map is about: two fields, and nothing that must be dragged.
import type { Span } from './incidents.ts'
import { element, type Words } from './words.ts'

/** timeFields makes the fields; changed is told each span that they come to. */
export function timeFields(words: Words, changed: (span: Span) => void): HTMLElement {
  const set = element('fieldset', '', 'span-of')
  const [from, to, undated, reset] = [day(), day(), element('input'), element('button', words.t('map.reset'))]
  undated.type = 'checkbox'
  undated.checked = true
  reset.type = 'button'
  const tell = () => changed({ from: from.value, to: to.value, undated: undated.checked })
  for (const field of [from, to, undated]) field.addEventListener('change', tell)
  reset.addEventListener('click', () => {
    from.value = to.value = ''
    undated.checked = true
    tell()
  })
  set.append(element('legend', words.t('map.time')), labelled(words.t('map.from'), from), labelled(words.t('map.to'), to), labelled(words.t('map.keep'), undated, true), reset)
  return set
}

function day(): HTMLInputElement {
  const field = element('input')
  field.type = 'date'
  return field
}

function labelled(text: string, field: HTMLInputElement, after = false): HTMLElement {
  const label = element('label')
  label.append(...(after ? [field, ' ', text] : [text, ' ', field]))
  return label
}
