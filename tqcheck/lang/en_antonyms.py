"""English words that have an opposite. The names of the matters are those that every language's table uses."""

from __future__ import annotations

from tqcheck.lang.antonyms import antonyms
from tqcheck.lang.en_polarity import POLARITY

ANTONYMS = antonyms(
    {
        "rise": (
            "rise rises rising rose risen increas* grow grows growing grew grown growth climb* soar* surge surged surges surging jumped "
            "upward* higher? up? expand* expansion? gain*? rais*? boost*? improv*? enhanc*? promot*? more? add? adds? added? "
            "enlarg* rally* rallied strengthen*? widen*? reach*? high? upgrad*? upturn ascen*? develop*? over? "
            "additional? accumul*? augment* multipl* double*? lift*? elevat*? hike*",
            "fall falls falling fell fallen declin* decreas* drop* reduc* plung* plummet* slump* shrink* shrank shrunk "
            "downward* lower* down? slid slide slides sliding cut? cuts? cutting? less? weaken*? narrow*? contract*? dip* dwindl* diminish* fewer? "
            "lessen* eas*? deteriorat*? downturn low? slow*? worsen*? drawdown tumbl* retreat*? trim* lost? lose*? "
            "minimi* curb*? dec_line* slash* soften*? subsid*? recede* loss*? shed*? recession?",
        ),
        "north": ("north northern northward* northerly northeast*? northwest*?", "south southern southward* southerly southeast*? southwest*?"),
        "east": ("east eastern eastward* easterly northeast*? southeast*?", "west western westward* westerly northwest*? southwest*?"),
        "import": ("import imports imported importing importer*", "export exports exported exporting exporter*"),
        "accept": (
            "accept* agree agrees agreed agreement*? approv* consent* pass*? adopt*? welcom*? take*? took? receiv*? yes?",
            "refus* reject* declin* turn*_down? den*? disagree* veto* rebuff* spurn* dismiss*? overrul* no? against?",
        ),
        "buy": (
            "buy buys buying bought buyer* purchas* acquir* acquisition* procur* shop* order*? spend*? takeover?",
            "sell sells selling sold seller* sale sales vend* dispos*? divest* market*? offload* sell-off*",
        ),
        "win": ("win wins winning won winner* victory victories victorious triumph* champion*? beat*? defeat*? prevail* best*?",
                "lose loses losing lost loser* defeat*? beaten? loss* fall? fell?"),
        "above": ("above exceed* more_than over? higher_than greater_than surpass* top*? upward*? outperform* outnumber* beyond? ahead? "
                  "at_least? minimum? or_more no_less_than? out_of?",
                  "below under? less_than lower_than fewer_than beneath short_of? underperform* up_to? maximum? at_most? within? nearly? almost? "
                  "or_less no_more_than? undercut*"),
        "open": ("open opens opened opening opener* unlock* inaugurat*? launch*? start*? reopen*", "closed closes closing closure* shut shuts shutting shutdown* close? lock*? conclud*? end*?"),
        "begin": ("begin* began begun start* commenc* launch* initiat* open*? kick*_off inaugurat* from? onset since? outset first? inception",
                  "end ended ends ending finish* conclud* conclusion? complet*? terminat* ceas*? stop*? clos*? over? expire* last? final*? until?"),
        "support": ("support* favour* favor* endors* back? backs backed backing approv*? advocat*? for? pro? uphold*? agree*? help*? aid*?",
                    "oppos* object_to objected objection* against? anti*? resist*? reject*? disagree*? protest*? refus*? counter*? dissent*?"),
        "allow": ("allow* permit* let? lets? letting? authori* may? can? licen*? approv*? grant*? enabl*?",
                  "forbid* forbade prohibit* ban bans banned banning bar? bars? barred disallow* not? never? refus*? outlaw* prevent*? stop*? illegal? must? restrict*? block*?"),
        "succeed": ("succe* managed? win*? won? achiev*? accomplish*?", "fail* unsuccessful* defeat*? collaps*? lost? abortive flop* fiasco?"),
        "strengthen": ("strengthen* reinforc* enhanc* step*_up intensif* bolster* consolidat* boost* increas*? improv*? strong*? tight*?",
                       "weaken* undermin* erod*? sap*? diminish*? lessen*? weak*? impair*? cut*? reduc*? dilut*?"),
        "fast": ("accelerat* quicken* speed* fast* rapid* quick* swift* expedit*? hasten*? boost*? step*_up?", "slow* decelerat* sluggish* delay*? drag*? ease*?"),
        "early": ("ahead_of_schedule advanced? bring_forward brought_forward earl* in_advance ahead? first? initial*? beginning?", "postpon* delay* defer* put_off late* overdue push*_back? suspend*?"),
        "profit": ("profit* earning*? gain*? benefit*? surplus?", "loss losses deficit? lost? los*?"),
        "surplus": ("surplus* excess? favourable? favorable?", "deficit* shortfall* gap? unfavo*? debt?"),
        "legal": ("legal legally lawful* legitima*?", "illegal* unlawful* illicit illegitima*"),
        "job": ("employed employment? jobs? have_a_job has_a_job had_a_job have_jobs work*? job?", "unemploy* jobless* laid_off out_of_work lose*? lost? without? joblessness layoff*"),
        "join": ("join joins joined joining enter*? entry? access*? admit* member*?", "quit quits quitting withdr* exit* leave*? left? leaving? pull*_out? drop*? resign*?"),
        "arrive": ("arriv* reach*? land*? come*? came? get*? got? enter*?", "depart* leav*? left? departure* exit*? take*_off?"),
        "positive": ("positive* active*? actively? proactiv*? optimis*? constructiv*?", "negative* passiv* pessimis* advers*? destructiv*?"),
        "optimistic": ("optimis* hopeful* positive*? upbeat rosy? bullish", "pessimis* gloom* negative*? bearish bleak?"),
        "man": ("man men male males boy? boys? gentlem*? mr? husband*? he? his? him? father*? guy*? son*? men's", "woman women female females girl? girls? lad*? mrs? ms? wife? wives? she? her? hers? mother*? daughter*? women's actress*?"),
        "father": ("father fathers dad daddy paternal? dad's grandfather* parent*? grandparent*?", "mother mothers mom mum mommy maternal? grandmother* parent*? grandparent*? motherhood?"),
        "son": ("son sons child? children? boy?", "daughter daughters child? children? girl?"),
        "husband": ("husband husbands spouse*? couple*?", "wife wives spouse*? couple*?"),
        "brother": ("brother brothers sibling*? bro", "sister sisters sibling*? sis"),
        "boy": ("boy boys male*? child*? son*? man? men? young?", "girl girls female*? child*? daughter*? woman? women? young?"),
        "largest": ("largest biggest greatest maximum? most? great? large? big? main? major? top? leading? highest? huge? maximi*?", "smallest tiniest minimum? least? lowest? mini*?"),
        "large": ("large larger big bigger huge major? massive* great* grand? wide? extensive? enorm*? giant? vast?", "small smaller tiny little? minor? mini* micro*? compact? slight*?"),
        "highest": ("highest top? tallest peak? most? maximum? record? supreme? greatest? best? high? maximi*?", "lowest bottom? least? minimum? fewest? smallest? worst? low?"),
        "best": ("best finest? top? optimal? optim*? excellent? good? great*? first?", "worst poorest? lowest? bad? terrible?"),
        "most": ("majority most? mostly? bulk? mainly? largely? the_bulk", "minority minorities few? fewer?"),
        "inside": ("domestic* inland? home? at_home internal*? national? inside? within? local*? china? chinese? country? countries?", "overseas abroad foreign* external*? international*? outside? offshore"),
        "long": ("long-term long_term longer-term longstanding long? lasting? prolonged", "short-term short_term shorter-term short? brief? temporar*? immediate?"),
        "urban": ("urban city? cities? town*? municipal? metropol*? citi*? downtown", "rural countryside* village*? farm*? agricultur*? country?"),
        "tighten": ("tighten* tight? strict*? restrict*? tougher? stricter?", "loosen* relax* ease? easing? eased? liberali* lift*?"),
        "public": ("public? state-owned state? government*? public_sector", "private privately private-owned? individual*? personal*?"),
        "possible": ("can? could? may? possible possibly? able possibl*? likely? might? probab*?", "impossib* unable cannot can't couldn't could_not can_not not? fail*? unlikely? difficult*? hard? improbab* inability incapab* never? no? without?"),
        "easy": ("easy easily easier ease? simpl*? convenient*? readily? effortless*?", "hard? difficult* hard_to harder_to tough? challeng*? struggl*? hardly? uneasy? complicated? rarely? troublesome? hard"),
        "same": ("same identical* alike? like? similar*? equal*? uniform*? consistent*? common? share*? just_as?", "different* differ* unlike dissimilar* distinct* vari*? vary*? divers*? unequal*? other? not? except*? contrast*? divergen*? separate*? disparit*?"),
        "recent": ("not_long_ago recent* just? lately? short*? soon? newly? moment*? day* before? earlier? previous*? last? ago?", "long_ago long_since ages_ago"),
        "summer": ("summer summers summertime", "winter winters wintertime"),
        "spring": ("spring? springtime vernal", "autumn autumnal fall?"),
        "day": ("daytime day? days? daylight? daily? morning? noon? afternoon?", "night nights nighttime night-time nightly? overnight? evening? midnight?"),
        "rich": ("rich richer richest wealthy wealthier wealth? affluent prosper*?", "poor poorer poorest impoverish* poverty? needy? destitute"),
        "hot": ("hot hotter hottest heat? warm* high_temperature*? sweltering scorching", "cold colder coldest chill*? cool*? freez*? icy? frigid frost*? low_temperature*?"),
        "guilty": ("guilty convict*? crime*? sin*?", "innocent acquit* not_guilty exonerat* innocence"),
        "teacher": ("teacher* professor*? instructor*? lecturer*? tutor*? coach*? master*?", "student* pupil* disciple*? learner*? apprentice*?"),
        "employer": ("employer* boss*? owner*? company? companies?", "employee* worker*? staff*? labo*?"),
        "supply": ("supply supplies? supplying supplier*? provi*? offer*?", "demand demands demanded? need*? require*?"),
        "attack": ("attack* offens* assault* raid*? strik*? invad*?", "defen* protect*? guard*?"),
        "safe": ("safe safely safer safety secur*? unharm*?", "dangerous* unsafe hazard*? risk*? peril* threat*? danger*?"),
        "stable": ("stable stability stabili* steady? steadi*? calm*?", "unstable instabilit* turbul*? turmoil*? volatil*? unrest? chao*? destabili* upheaval*?"),
        "always": ("always all_along? constant*? forever? consistent*? invariabl*? ever? perpetual*?", "never not? no? seldom? rarely?"),
        "alive": ("birth births born alive? live* living?", "death* die dies died dying dead fatal* kill*? deceas* lost? perish* toll? pass*_away live*?"),
        "more": ("more most? further? additional? extra? greater? higher? increas*? better?", "less fewer lesser? lower? decreas*?"),
        "include": ("includ* contain*? compris*? cover*? among? such_as? namely? consist*?", "exclud* except*? without?"),
        "current": ("current* now? present*? today*? this? ongoing? nowadays? so_far? at_the_moment? latest?", "past former formerly previous*? erstwhile last? future?"),
        "first_or_last": ("initial* at_first originally first? early? beginning? start*? outset?", "eventual* finally ultimate* at_last in_the_end last? final? late*? end*?"),
        "cheap": ("cheap* inexpensive affordable? low*? economic*?", "expensive* costly pricey pricier priciest dear? high*?"),
        "local": ("local*? here? there? native?", "international* worldwide global*"),
        "military": ("military? army? armed? soldier*? troop*?", "civilian* civil?"),
        "hide": ("show* reveal* display* indicat*? expos*? disclos*", "hid hide hides hiding hidden conceal* veil*? cover*_up"),
        "left": ("left? left-hand left-wing leftist* leftmost", "right? right-hand right-wing rightist* rightmost"),
        "upper": ("upstream upper? up? above?", "downstream lower? down? below?"),
        "ancient": ("ancient antique* antiquity old*? classical?", "modern* contemporar*? current*? new*?"),
        "young": ("young younger youngest youth*? teen*? junior?", "elderly old? older? oldest? aged? senior*? aging? ageing?"),
        "before": ("before prior_to previously? previous? earlier? ago? until? pre*? former*? first? by? in_advance? last? past? ahead?",
                   "after afterward* later following? subsequent* since? then? post*? once? upon? in? when? next? thereafter future?"),
    },
    POLARITY,
)  # fmt: skip
