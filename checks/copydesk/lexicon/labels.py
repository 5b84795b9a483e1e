"""Words before a number that make it a label: flight 447, Section 5, Boeing 737."""

# Always: whatever their capitals.
ALWAYS = frozenset(
    "no nos number numbers flight flights route routes highway highways interstate section sections sec chapter"
    " chapters page pages pp vol volume"
    " apt suite proposition prop docket figure figures fig figs eq eqs equation ref refs verse channel apollo soyuz"
    " boeing airbus windows ios android"
    " formula gate exit terminal precinct psalm psalms isbn issn ipad iphone ext tel phone fax zip extension stanza"
    " footnote appendix annex"
    " exhibit schedule paragraph para clause subsection article articles amendment resolution rule nasdaq ftse"
    " russell nikkei stoxx cac topix msci"
    " fortune catch expo euro agenda opus op covid sars category cat tables nr bwv sp p sonata symphony runway junction junctions".split()
)
# With a capital in the middle of a sentence, or right before a number that ends there.
CAPITALISED = frozenset(
    "room row seat apartment flat district ward area zone class grade type phase stage level size version title group division unit"
    " block lot pier line bus train"
    " engine bill act case part episode season game round day week lap hole heat test pool track building box item"
    " question platform step tier"
    " world war bowl table house senate field site station stand lane floor studio camp model mark mission voyage"
    " generation release mk point"
    " world-war team band radio sector region province county force task operation plan project year pope king queen"
    " louis henry george john paul"
    " planet image slide quarter division championship league grand formula top big plant reactor well tower hall court order law"
    " decree directive protocol"
    " post posts wrestlemania ufc nfl week month chapter sub".split()
)
# In lower case these number their things too: "page 5", "day 3", "phase 2".
SERIES = frozenset(
    "room row seat district ward zone class grade type phase stage level group unit lot line case act part episode season"
    " day week round step item question lap hole tier track size model version image slide platform channel terminal gate".split()
)
# What a study numbers, whatever is said of it: "sample 12 was lost", "patient 7 slept".
STUDIED = frozenset(
    "sample specimen experiment trial patient participant subject volunteer mouse rat animal compound chromosome exon"
    " residue cohort arm plot reactor juror".split()
)
# Machines and roads that go by their number: "the 8088 chip", "the 405 freeway".
NUMBERED = frozenset(
    "chip processor microprocessor computer mainframe engine rifle pistol handset locomotive tractor jet airliner bomber"
    " helicopter freeway expressway motorway turnpike".split()
)
# Aircraft and the like, by the number alone.
MODELS = frozenset("707 717 727 737 747 757 767 777 787".split())
STATES = frozenset(
    "dc ny ca tx fl pa il oh ga nc mi nj va wa az ma tn in mo md wi co mn sc al la ky or ok ct ut ia nv ar ms ks nm ne wv id hi me nh ri mt de sd nd ak vt wy".split()
)
STREETS = frozenset(
    "street st avenue ave road rd boulevard blvd drive dr lane ln way court ct place plaza square sq terrace highway parkway pkwy crescent row".split()
)
# "sub-300", "pre-2010": prefixes, not names.
PREFIXES = frozenset(
    "sub under over pre post mid non top anti to and or a about by nearly approx up plus minus".split()
)
# Verbs and nouns of games, elections and courts, near which 3-2 is a score.
SCORING = frozenset(
    "win wins won winning beat beats beaten beating defeat defeats defeated defeating lose loses lost losing loss"
    " victory victories lead leads led leading"
    " trail trails trailed trailing tie tied ties draw drew drawn draws score scored scores scoring record game"
    " games match matches set sets vote voted votes"
    " ruling decision ruled split thrashed trounced edged downed routed shutout scoreline aggregate penalties goal"
    " goals series season playoff"
    " playoffs upset topped blanked favourite odds down up ahead overtime extra inning innings final semifinal"
    " quarterfinal champion championship"
    " decided rallied rout triumph triumphed advantage equaliser equalised margin finish finished record mark"
    " standings team".split()
)
