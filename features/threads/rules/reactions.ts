/** How many different reactions one post takes. */
export const MOST_REACTIONS = 20

/** The one emoji that a text is, written in the one way in which it is kept; null when it is anything else. */
export function emojiOf(text: string): string | null {
  const plain = text.trim().normalize().replaceAll('\uFE0F', '')
  // What would be shown as text by itself is asked to be a picture, so that a heart is the same heart on every keyboard.
  const emoji = plain.replaceAll(/\p{Emoji}(?!\p{Emoji_Modifier})/gu, (sign) =>
    /\p{Emoji_Presentation}/u.test(sign) ? sign : `${sign}\uFE0F`,
  )
  return /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : null
}
