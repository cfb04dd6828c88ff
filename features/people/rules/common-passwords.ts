/**
 * Words that people make passwords of, most of them with a year, digits or a sign around them. Written down by hand: whatever is decorated
 * or joined from these is refused, which covers the long ones of every published list without carrying one.
 */
const words = new Set(
  `password passwort passwd pass passw passcode contrasena motdepasse senha parola wachtwoord haslo salasana losenord admin administrator
  root user username login guest default changeme change letmein welcome willkommen bienvenue bienvenido secret topsecret private access
  security secure master super superuser superman batman spiderman ironman hulk wolverine avengers starwars skywalker yoda vader jedi
  pokemon pikachu naruto goku dragonball minecraft fortnite roblox zelda mario sonic tigger winnie pooh snoopy garfield mickey minnie donald
  disney barbie hellokitty kitty elmo simpsons homer bart nirvana metallica slipknot eminem rihanna beyonce beatles elvis blink rockstar
  love loveme loveyou iloveyou iloveu iloveme iloveher iloveyouso lovers lover loving lovely forever always ever never together babygirl babyboy baby
  babe honey sweetie sweetheart sweet sugar candy cookie cookies chocolate vanilla strawberry cherry apple banana orange lemon peach mango
  pepper ginger cinnamon butter butterfly dragonfly ladybug sunshine sunflower sunset sunrise sun moon moonlight star stars starlight sky
  rainbow rain snow snowball winter summer spring autumn fall january february march april may june july august september october november
  december monday tuesday wednesday thursday friday saturday sunday flower flowers rose roses daisy lily jasmine violet angel angels heaven
  princess prince queen king kings kingdom castle dragon dragons phoenix unicorn tiger tigers lion lions panther eagle eagles falcon hawk
  monkey gorilla bear bears teddy teddybear wolf wolves fox foxy bunny rabbit hamster kitten cat cats dog dogs doggy puppy horse horses pony
  dolphin dolphins shark turtle frog spider scorpion cobra viper snake mustang ferrari porsche mercedes bmw audi toyota honda yamaha suzuki
  kawasaki harley corvette camaro chevy chevrolet ford jaguar subaru nissan mazda volvo football soccer baseball basketball hockey tennis golf
  volleyball softball cricket rugby wrestling swimming dancing dancer dance cheer cheerleader skater skateboard surfing snowboard gymnastics
  liverpool chelsea arsenal manchester united barcelona realmadrid madrid juventus milan inter bayern dortmund schalke celtic rangers lakers
  yankees cowboys steelers packers broncos raiders redsox patriots warriors giants dodgers chicago bulls boston london paris berlin hamburg
  amsterdam newyork york texas california florida canada america american germany deutschland france francia espana spain italia italy
  portugal brasil brazil mexico argentina colombia india pakistan indonesia australia sydney melbourne scotland ireland england africa
  michael michelle jessica jennifer daniel danielle anthony ashley amanda andrew andrea joshua matthew nicole nicholas robert thomas jordan
  hunter george charlie william william richard justin brandon austin taylor samantha elizabeth victoria alexander alexandra alexandria
  christopher christian christine christina benjamin jonathan stephanie patricia patrick margaret katherine catherine kathryn kimberly
  jacqueline rebecca rachel melissa vanessa natalie natasha veronica valentina isabella gabriel gabriela gabrielle francisco fernando
  alejandro alejandra sebastian santiago mohammed muhammad mohamed ahmed abdullah fatima david steven stephen jacob joseph james john jason
  edward kevin brian ryan tyler kyle dylan logan mason oliver jack harry henry samuel simon martin marvin maria marie mary martha monica
  sandra sabrina susan sarah sophie sophia olivia emily emma hannah anna anne laura lauren linda lisa karen karina carlos carolina caroline
  charlotte claudia cristina cynthia diana dennis diego eduardo felipe frank franco giovanni giulia helena ignacio jessie jesus christ god
  godisgood jesuschrist jesusislord faith hope grace blessed blessing believe amen bible church heavenly freedom liberty justice peace
  happy happiness smile smiley lucky luck winner win champion champ hero heroes legend legends power powerful strong energy magic magical
  wizard merlin gandalf hogwarts harrypotter potter hobbit matrix neo trinity morpheus terminator predator alien aliens killer assassin
  ninja samurai warrior gladiator soldier sniper military army navy marine marines airforce pilot captain commander general major sergeant
  police fire firefighter fireman doctor nurse teacher student school college university graduate class friends friend bestfriend family
  mother father mommy mummy daddy mama papa brother sister brothers sisters children kids son daughter grandma grandpa home house family
  computer internet google facebook twitter instagram youtube whatsapp linkedin amazon yahoo hotmail gmail microsoft windows apple macintosh
  iphone android samsung nokia motorola blackberry sony playstation xbox nintendo gamer games game player server network system desktop
  laptop keyboard mouse monitor printer cisco oracle linux ubuntu debian database mysql postgres test tester testing temp temporary demo
  example sample hello helloworld world hi goodbye thankyou thanks please whatever nothing something anything everything nobody somebody
  trustno trustnoone open opensesame sesame qwerty qwertz azerty asdf asdfgh zxcvb qazwsx abc abcd abcde alpha beta gamma delta omega
  online offline office work worker job company business manager money dollar euro million millionaire billion rich gold golden silver
  diamond diamonds platinum crystal pearl ruby emerald sapphire black white red blue green yellow purple pink brown gray grey silver
  music guitar piano drums drummer singer song songs jazz rock metal punk hiphop rap rapper techno disco party beer vodka whiskey whisky
  tequila coffee tea pizza burger chicken cheese bacon sandwich pancake cupcake cake pumpkin potato tomato monster monsters zombie vampire
  ghost devil demon demons satan lucifer hell evil angel darkness dark shadow shadows night nightmare midnight knight knights bitch bitches
  fuck fucker fucking fuckyou fuckme fuckoff motherfucker asshole shit bullshit sexy sexybitch sex hot hottie pussy dick cock cunt bastard
  slayer destroyer gangster gangsta thug pimp player playboy stupid idiot crazy insane awesome amazing beautiful gorgeous handsome cutie cute
  maverick ranger rangers scooter scooby cowboy buster bailey maggie molly sparky rocky rusty lucky max buddy shadow tinker tinkerbell
  twilight eclipse galaxy universe planet mars venus jupiter saturn neptune mercury apollo zeus athena hercules thor odin loki poseidon
  genesis exodus revelation marlboro budweiser heineken corona guinness nintendo creative maintenance operator service support helpdesk
  backup letme in me my mine myself you your us our the is a i im iam am be so it no one two three four five six seven eight nine zero
  this that for and or not new old big little best first last only real true life live living day today tomorrow yesterday year forever
  passion patience precious cocacola pepsi starcraft warcraft diablo blizzard counterstrike halo doom quake tekken madden bubbles buttercup
  blossom sunshine rosebud pumpkin peanut peaches muffin angelica angelina anastasia alexis brittany courtney chelsea destiny heather crystal
  tiffany amber autumn brooklyn dakota savannah sierra sydney jasmin monique dominique valerie vincent walter warren wesley zachary
  fernanda guillermo mauricio rodrigo ricardo roberto rafael leonardo lorenzo marcelo daniela camila paola teamo tequiero amor amorcito corazon
  princesa hermosa estrella bonita mariposa chocolate schatz liebe hallo sommer winter fussball arschloch ficken soleil bonjour amour doudou
  chouchou loulou azerty marseille`
    .split(/\s+/)
    .filter(Boolean),
)

const likeness: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** Whether a password, in lower case, is a common word or two of them, with digits and signs around or in place of letters. */
export function isCommonPassword(text: string): boolean {
  const bare = text.replace(/^[^\p{Letter}]+|[^\p{Letter}]+$/gu, '')
  return [alike(bare), alike(text), text].some((form) => isMadeOfWords(form.replace(/[^\p{Letter}]/gu, '')))
}

function alike(text: string): string {
  return text.replace(/[@431!0$57]/g, (sign) => likeness[sign] ?? sign)
}

function isMadeOfWords(text: string): boolean {
  if (text === '') return false
  if (words.has(text)) return true
  for (let at = 1; at < text.length; at += 1) {
    if (words.has(text.slice(0, at)) && words.has(text.slice(at))) return true
  }
  return false
}
