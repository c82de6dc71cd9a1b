import { foldWord } from './fold-word.ts'

/** Common English short forms, each line one family: a formal name, its sisters after a slash, then what they are called. */
const families = `
aaron: ron ronnie
abigail: abby abbie gail
abraham: abe bram
adam: ad addy
agnes: aggie nessie
albert: al bert bertie
alexander/alexandra/alexis/alessandra: alex al alec lex lexi xander sasha sandy sandra alexa
alfred: alf alfie fred freddie
alice/alicia: ali allie
amanda: mandy amy
amelia: amy millie mia
andrew/andrea: andy drew dre andi
angela/angelina: angie ange
ann/anna/anne/hannah: annie nan nancy nannie
anthony/antonia: tony ant toni
arthur: art artie
barbara: barb barbie babs
beatrice: bea trixie
benjamin: ben benny benji
bernard: bernie
bradley: brad
bridget: biddy bridie
caroline/carolyn: carol carrie caro
catherine/katherine/kathryn/katharine/kathleen: cathy kathy kate katie kat kit kitty kay cath
charles/charlotte: charlie chuck chas chip lottie
christopher/christina/christine/christian: chris kit christie chrissy tina topher
clarence: clare
clifford: cliff
constance: connie
cynthia: cindy
daniel/danielle: dan danny dani
david: dave davey davy
deborah: deb debbie debby
dennis: denny den
dominic: dom nick
donald: don donny
dorothy: dot dottie dolly dora
douglas: doug
edward/edwin/edgar: ed eddie ted teddy ned
eleanor: ellie nell nellie nora lena
elizabeth/elisabeth: liz lizzie lizzy beth betty betsy eliza libby lisa elsie bess ellie
emily: em emmy millie
emma: em emmy
ernest: ernie
esther: essie hettie
eugene: gene
evelyn: eve evie
florence: flo florrie
frances/francis: fran frankie frank fanny francie
franklin: frank
frederick: fred freddie freddy rick
gabriel/gabrielle: gabe gabby
gareth: gary gaz
george/georgina: georgie gina
gerald/geraldine: gerry jerry
gilbert: gil bert
grace: gracie
gregory: greg gregg
harold: harry hal
harriet: hattie harry
helen/helena: nell nellie lena
henry/henrietta: hank harry hal etta hettie
herbert: herb bert bertie
howard: howie
hubert: hugh bert
isaac: ike zac
isabel/isabella: izzy bella belle
jacob: jake jay
jacqueline: jackie jacqui
james: jim jimmy jamie jem
janet/jane/janice: jan jenny janie
jason: jay jace
jeffrey/geoffrey: jeff geoff
jennifer: jen jenny jenn
jeremy/jeremiah: jerry jem
jessica/jess: jess jessie
joan/joanna/joanne: jo joanie
john/jonathan: jack johnny jon jonny
joseph/josephine: joe joey jo josie
joshua: josh
joyce: joy
judith: judy jude
julia/julian/juliet: jules julie
kenneth: ken kenny
kimberly: kim kimmy
lawrence/laurence: larry laurie
leonard: len lenny leo
leslie/lesley: les
lewis/louis: lou louie lew
lillian: lil lily lilly
louise/louisa: lou lulu
lucy/lucille: lu lucie
madeline/madeleine: maddie maddy
margaret/margarita: maggie meg peg peggy margie marge greta rita daisy madge
maria/mary/marie: molly polly mamie may mia
martha: marty mattie
martin: marty
matthew: matt matty
maurice: mo
maximilian/maxwell/maxine: max maxie
megan: meg
melissa: mel missy lissa
michael/michelle/michaela: mike mick mickey micky mikey shelly
miranda: mandy randi
mohammed/mohamed/muhammad: mo
montgomery: monty
nathan/nathaniel: nate nat
nicholas/nicola/nicole: nick nicky nico nikki colin
norman: norm
oliver/olivia: ollie liv livvy
pamela: pam pammy
patricia/patrick: pat patty patsy paddy tricia trish rick
penelope: penny
peter: pete
philip/phillip: phil pip
priscilla: cilla
rachel: rach rae
raymond: ray
rebecca: becca becky
reginald: reg reggie
richard: rick ricky rich richie dick
robert/roberta: bob bobby bobbie rob robby robbie bert
roderick: rod roddy
roger: rodge
roland: rollo
ronald/veronica: ron ronnie
rosalind/rosemary/rosanna: rose rosie roz
russell: russ rusty
ruth: ruthie
samuel/samantha: sam sammy
sarah: sally sadie
sebastian: seb bas
sharon: shaz shari
sidney/sydney: sid syd
sophia/sophie: soph
stanley: stan
stephen/steven/stephanie: steve stevie steph
stewart/stuart: stew stu
susan/susanna/suzanne: sue susie suzie suzy
sylvia: syl
tabitha: tabby
terence/teresa/theresa: terry tess tessa tracy
theodore/theodora: ted teddy theo dora
thomas: tom tommy
timothy: tim timmy
valerie: val
victor/victoria: vic vicky vicki tori
vincent: vince vinny
virginia: ginny ginger
walter: walt wally
wallace: wally
wendy: wen
wilfred: wilf fred
william/wilhelmina: will bill billy willy willie liam wim mina
winifred: winnie
zachary: zac zach zack
`

interface Family {
  readonly formal: readonly string[]
  readonly short: readonly string[]
}

const byName = indexFamilies()

/**
 * What somebody of this name may also be called: short forms, formal forms, and other short forms of these. Two formal
 * names of a line are two people's.
 */
export function otherFormsOf(name: string): readonly string[] {
  const word = foldWord(name)
  const forms = (byName.get(word) ?? []).flatMap(({ formal, short }) =>
    formal.includes(word) ? short : [...formal, ...short],
  )
  return [...new Set(forms)].filter((form) => form !== word)
}

function indexFamilies(): ReadonlyMap<string, readonly Family[]> {
  const index = new Map<string, Family[]>()
  for (const line of families.trim().split('\n')) {
    const [formal = '', short = ''] = line.split(': ')
    const family = { formal: formal.split('/'), short: short.split(' ') }
    for (const word of new Set([...family.formal, ...family.short]))
      index.set(word, [...(index.get(word) ?? []), family])
  }
  return index
}
