import type { StateCore, Token } from 'markdown-it'

const BOX = /^\[([ xX])\](?=\s)/

/** A core rule of markdown-it: a list item that begins with `[ ]` or `[x]` shows a box that cannot be pressed. */
export function taskListRule(state: StateCore): void {
  const { tokens } = state
  for (const [place, token] of tokens.entries()) {
    if (token.type !== 'inline' || tokens[place - 1]?.type !== 'paragraph_open' || tokens[place - 2]?.type !== 'list_item_open') continue
    const first = token.children?.[0]
    const box = first?.type === 'text' ? BOX.exec(first.content) : null
    if (!first || !box || !token.children) continue
    first.content = first.content.slice(box[0].length)
    token.children.unshift(boxToken(state, box[1] !== ' '))
  }
}

function boxToken(state: StateCore, done: boolean): Token {
  const token = new state.Token('task_box', 'input', 0)
  token.info = done ? 'done' : ''
  return token
}
