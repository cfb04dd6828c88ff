import { defineTexts } from '#platform/text/define-texts.ts'

/** Why something about an ask or a thread was refused, in the reader's time. */
export const t = defineTexts('asks-why', {
  answered: '{name} answered this ask {when}. Nothing was changed; write a post if there is more to say.',
  declined: '{name} declined this ask {when}. Nothing was changed; write a post if there is more to say.',
  withdrawn: '{name} withdrew this ask {when}. Nothing was changed; write a post if there is more to say.',
  ended: 'This ask ended by itself {when}. Nothing was changed; write a post if there is more to say.',
  taken: '{name} took this {when}. Nothing was changed.',
  concluded: '{name} concluded this thread {when}. Reopen it to change the outcome.',
  textChanged: '{name} wrote another text here {when}. Take yours into what you write to see both.',
  openAsks: 'Asks are still open here. Nothing was changed.',
})
