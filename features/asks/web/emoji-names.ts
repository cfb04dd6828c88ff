import { defineTexts } from '#platform/text/define-texts.ts'

/** The emoji that the picker offers, each before the words by which it is found; the first word or two name it. */
const t = defineTexts('asks-emoji-names', {
  names: `
👍 thumbs up, yes agree good plus
❤️ heart, love thanks like
🎉 party, celebrate hooray congratulations tada
👀 eyes, looking seen watching
🙏 thanks, please pray grateful
✅ check, done yes ready
😄 laughing, happy smile funny
💡 idea, light bulb insight
👎 thumbs down, no disagree minus
👏 applause, clap bravo well done
🙌 raised hands, hooray praise
👋 wave, hello hi goodbye
💪 strong, muscle strength
🤝 handshake, deal agreed
✋ raised hand, me stop
🤞 fingers crossed, luck hope
👌 okay, fine perfect ok
✌️ victory, peace two
☝️ point up, one this
👉 point right, this next
👇 point down, below
🫶 heart hands, love care
🖖 vulcan salute, live long
🤘 horns, rock
🫡 salute, yes on it
😀 grin, happy
🙂 slight smile, fine
😊 smile, pleased warm
😍 heart eyes, love it
🥰 loved, hearts warm
😂 tears of joy, laugh funny
🤣 rolling, laugh lol
😅 relief, phew sweat
😉 wink, joke
😎 cool, sunglasses
🤓 nerd, glasses study
🤔 thinking, hmm consider
🧐 monocle, inspect look closely
🤨 raised eyebrow, doubt really
😐 neutral, meh
🙃 upside down, irony
😬 grimace, awkward
😮 surprised, wow oh
😲 astonished, amazed
🤯 mind blown, wow
😢 sad, cry sorry
😭 crying, sob
😞 disappointed, sad
😴 asleep, sleep tired
🥱 yawn, tired
🤒 ill, sick fever
🤗 hug, warm
🥳 party face, birthday celebrate
😇 angel, innocent
😱 scream, shock
😤 huff, determined
🤷 shrug, do not know
🤦 facepalm, oh no
🙋 hand up, me volunteer
🙇 bow, sorry thanks
💁 information, here you go
🧠 brain, smart thinking
🫠 melting, hot embarrassed
💯 hundred, perfect exactly
⭐ star, favourite good
🌟 shining star, excellent
✨ sparkles, new shiny
🔥 fire, hot great
🚀 rocket, launch ship ship it
🏆 trophy, win best
🥇 gold medal, first
🎯 target, exactly goal
🎈 balloon, birthday
🎁 gift, present
🎂 cake, birthday
🍾 bottle, cheers launch
🥂 cheers, toast
🍰 slice of cake, treat
☕ coffee, break
🍵 tea, break calm
🍕 pizza, food lunch
🍎 apple, fruit
🌱 seedling, growth start small
🌳 tree, nature
🌻 sunflower, flower
💐 bouquet, flowers thanks
🌈 rainbow, pride hope
☀️ sun, sunny morning
🌙 moon, night
🌧️ rain, weather
❄️ snow, cold winter
🌊 wave of water, sea
🐢 turtle, slow
🐇 rabbit, fast
🐛 bug, defect
🦋 butterfly, change
🐘 elephant, big postgres
🦄 unicorn, rare
🐙 octopus, busy
🦉 owl, night wise
🐝 bee, busy
💙 blue heart, love
💚 green heart, love
💛 yellow heart, love
💜 purple heart, love
🧡 orange heart, love
🤍 white heart, love
🖤 black heart, love
💔 broken heart, sad
❓ question, what
❗ important, attention
➕ plus, add more me too
➖ minus, less
✔️ tick, done
❌ cross, no wrong
🚫 forbidden, no not allowed
⚠️ warning, careful
🛑 stop, halt
🟢 green, go good
🟡 yellow, careful some
🔴 red, stop bad
🔵 blue
⚪ white
⚫ black
⏳ hourglass, waiting time
⏰ alarm, time clock
📅 calendar, date
📌 pin, important keep
📎 paperclip, attachment
🔗 link, address
📝 note, write memo
📖 book, read
📚 books, study
📈 rising, chart up growth
📉 falling, chart down
📊 chart, figures
🔍 search, look find
🔒 lock, private secure
🔑 key, access
🔧 wrench, fix repair
🔨 hammer, build
🧰 toolbox, tools
🧪 test, experiment
🧹 broom, clean up
🧵 thread, topic
🧩 puzzle, piece
💻 computer, laptop work
📱 phone, mobile
☎️ telephone, call
✉️ letter, mail
📦 package, release ship
🗑️ bin, delete
💰 money, cost
🎨 palette, design art
🎵 music, song
🎤 microphone, speak
🎧 headphones, focus listen
📷 camera, photo
🎬 clapper, film action
🏠 house, home
🏢 office, building work
✈️ plane, travel
🚲 bicycle, ride
🚂 train, travel
🏖️ beach, holiday away
⛰️ mountain, climb
🗺️ map, plan
🌍 world, earth global
🏁 finish, done flag
🚩 red flag, problem
🏳️‍🌈 rainbow flag, pride
1️⃣ one, first
2️⃣ two, second
3️⃣ three, third
4️⃣ four
5️⃣ five
🆗 ok button, okay
🆕 new button
🔁 repeat, again
🔄 refresh, again
⬆️ up, arrow
⬇️ down, arrow
➡️ right, arrow next
⬅️ left, arrow back
♻️ recycle, reuse
♿ wheelchair, access
☯️ balance, yin yang
🕊️ dove, peace
🪄 wand, magic
🧭 compass, direction
⚓ anchor, stay
⚡ lightning, fast quick
🧯 extinguisher, fire out
🚨 siren, urgent alarm
🩹 plaster, patch fix`,
})

export interface EmojiName {
  readonly emoji: string
  readonly name: string
  /** What it is found by, its name included. */
  readonly words: string
}

/** What the picker offers, the usual ones first. */
export const emojiNames: readonly EmojiName[] = t('names')
  .trim()
  .split('\n')
  .map((line) => {
    const place = line.indexOf(' ')
    const words = line.slice(place + 1)
    return { emoji: line.slice(0, place), name: words.split(',')[0] ?? words, words }
  })

/** Those of which some word begins with each of the words looked for. */
export function findEmoji(q: string): EmojiName[] {
  const wanted = q.toLowerCase().split(/\s+/).filter(Boolean)
  return emojiNames.filter(({ words }) => {
    const known = words.split(/[\s,]+/)
    return wanted.every((word) => known.some((other) => other.startsWith(word)))
  })
}
