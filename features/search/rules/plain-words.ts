/** Words that say nothing about what a question is about, by language. All are left out of every text; a new language is a new row. */
const plain: Readonly<Record<string, string>> = {
  en: `a about after again all also am an and any anybody anyone are as at be because been before being both but by can cannot could did do does doing
    done dont each else even every few for from get gets getting give given go goes going good got had has have having he hello her here hers hi him his
    how however i if in into is isnt it its just know let lets like make many may maybe me might more most much must my need needs new no nobody nor not
    now of off on once one only or other our ours out over own please put same see she should so some somebody someone something still such take tell than
    thank thanks that the their theirs them then there these they thing things think this those though to today too under until up us use used using very
    want was way we well were what when where whether which while who whom whose why will with within without would yes yet you your yours`,
}

export const plainWords: ReadonlySet<string> = new Set(Object.values(plain).flatMap((words) => words.split(/\s+/)))
