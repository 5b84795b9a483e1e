"""Who won, and by what figures: shapes over the outline of a sentence, @ for a figure. Data only.

`more` is the winner's figure where more is better, `fewer` the winner's where less is (a time), `even` that of a side in a draw; `other` is that
of the other side.
"""

import re

from copydesk.late import pattern, stems

VERSUS = r"(?:\s+votes?)?(?:\s+in\s+favou?r)?(?:\s+to\s+|\s*[-–]\s*|\s+against\s+)(?:just\s+|only\s+)?"
CARRIED = (
    r"(?:pass(?:ed|es)|approv(?:ed|es|ing)|back(?:ed|s|ing)|carried|adopt(?:ed|s|ing)|endors(?:ed|es|ing)|ratif(?:ied|ies|ying)|accept(?:ed|s|ing)|agreed"
    r"|confirm(?:ed|s|ing)|upheld|uphold|cleared|elect(?:ed|s|ing)|ruled|found|convicted|acquitted|decided|chose|chosen)"
)
BEAT = r"(?:beat|beats|beating|beaten|defeat(?:ed|s|ing)|thrash(?:ed|es|ing)|edg(?:ed|es|ing)|overcame|saw\s+off|down(?:ed|s|ing)|hammer(?:ed|s|ing)|rout(?:ed|s|ing)|stunn(?:ed|ing)|overpower(?:ed|s|ing))"
BEATEN = stems(BEAT)
WHO = r"(?:[\w’'.-]+\s+){1,4}?"
FIRST = r"(?:w[io]n(?:s|ning)?|finished\s+first|came\s+first|placed\s+first|topp(?:ed|ing)|took\s+(?:gold|first\s+place|the\s+title))"
BEHIND = r"(?:just\s+|narrowly\s+)?(?:ahead\s+of|beating|in\s+front\s+of|with|from|and)\s+"
HAD = r"(?:(?:came\s+|finished\s+|was\s+|in\s+)?second\s+)?(?:,?\s*who\s+)?(?:on|with|in|at|had|got|polled|scored|jumped|threw|cleared|managed|took|clocked|ran)\s+"
SHAPES: tuple["re.Pattern[str]", ...] = tuple(
    pattern(shape, words=words)
    for shape, words in (
        # "passed by 52 votes to 55", "was carried 31-40"; not "rejected", which is told either way
        (
            rf"\b(?P<said>{CARRIED})\b(?!\s+(?:not|against))[^@.;:]{{0,60}}?\b(?:by|in)\s+(?:an?\s+(?:[a-z]+\s+)?(?:majority|vote|margin)\s+of\s+)?(?P<more>@){VERSUS}(?P<other>@)(?!\s*[-–]\s*@)",
            "by in",
        ),
        (rf"\b(?P<said>{CARRIED})\b(?!\s+(?:not|against))[^@.;:]{{0,60}}?(?<!from)\s(?P<more>@)\s?[-–]\s?(?P<other>@)(?!\s*[-–]\s*@)", "- –"),
        # "voted 41-55 to pass the bill"
        (rf"\bvoted\s+(?:by\s+)?(?P<more>@){VERSUS}(?P<other>@)\s+(?P<said>to\s+(?!(?:reject|block|oppose|keep)\b)[a-z]+|in\s+favou?r)\b", "voted"),
        # "by a majority of 11 to two"
        (rf"\bby\s+a\s+(?P<said>majority)\s+(?:vote\s+)?of\s+(?P<more>@){VERSUS}(?P<other>@)", "majority"),
        # "310 in favour and 316 against, … passed"; "rejected by 60 in favour to 40 against"
        (
            rf"\b(?P<said>{CARRIED})\b[^@.;:]{{0,60}}(?P<more>@)(?:\s+(?:votes?|members?|voted))*\s+(?:in\s+favou?r|for)\b[^@.;:]{{1,20}}(?P<other>@)(?:\s+(?:votes?|voted))*\s+(?:against|opposed)\b",
            "against opposed",
        ),
        (
            r"\b(?P<said>reject\w+|threw\s+out|thrown\s+out|defeated|voted\s+down|blocked)\b[^@.;:]{0,60}(?P<other>@)(?:\s+(?:votes?|members?|voted))*\s+(?:in\s+favou?r|for)\b[^@.;:]{1,20}(?P<more>@)(?:\s+(?:votes?|voted))*\s+(?:against|opposed)\b",
            "against opposed",
        ),
        # "beat the Blues 2-3", one score only
        (rf"\b(?P<said>{BEAT})\s+{WHO}(?P<more>@)\s?[-–]\s?(?P<other>@)(?!\s?[-–(]|,?\s+(?:and\s+)?@)", BEATEN),
        # "Wigan won 24-18"; "won 10-15 seats" is a range, and some tell the hosts first
        (r"\b(?P<said>won)\s+(?P<more>@)\s?[-–]\s?(?P<other>@)(?=\s*(?:[.;]|,(?!\s*@)|$)|\s+(?:on|in|after|with|against|over|thanks|to)\b)(?!\s+(?:on|in)\s+(?:aggregate|penalties|strokes))", "won"),
        # "a 3-2 draw", "the sides drew 1-2"
        (r"(?P<even>@)\s?[-–]\s?(?P<other>@)\s+(?P<said>draw|tie|stalemate)\b", "draw tie stalemate"),
        (r"\b(?P<said>drew|tied)\s+(?:[\w’'-]+\s+){0,4}?(?P<even>@)\s?[-–]\s?(?P<other>@)", "drew tied"),
        (
            r"\b(?:ended|finished)\s+(?:in|as)\s+a\s+(?P<said>draw|tie)\b,[^@.;:]{0,40}\bscor\w+\s+(?P<even>@)(?:\s+(?:goals?|points?|tries|runs))?[^@.;:]{1,30}(?P<other>@)(?=\s*(?:[.,;]|$|goals?|points?))",
            "draw tie",
        ),
        # "won the seat with 4,120 votes, ahead of Jones on 4,310"
        (rf"\b(?P<said>{FIRST})\b[^@.;:]{{0,60}}\b(?:with|on)\s+(?:[a-z]+\s+){{0,3}}?(?P<more>@)[^@.;:]{{0,25}}?,?\s+{BEHIND}[^@.;:]{{1,40}}?{HAD}(?P<other>@)(?!\s*(?:more|fewer|less|behind|adrift))", "ahead beating front second"),
        (rf"\b(?P<said>{FIRST})\b[^@.;:]{{0,60}}\bin\s+(?:[a-z]+\s+){{0,3}}?(?P<fewer>@)[^@.;:]{{0,25}}?,?\s+{BEHIND}[^@.;:]{{1,40}}?{HAD}(?P<other>@)(?!\s*(?:more|fewer|less|behind|adrift|later))", "ahead beating front second"),
        # "Jones, who polled 8,400, lost to Smith, who polled 7,900"
        (r"(?P<other>@)(?:\s+votes)?,\s+(?P<said>lost\s+to)\s+[^@.;:]{1,40},\s+who\s+(?:polled|got|had|won|took)\s+(?P<more>@)", "lost to"),
    )
)  # fmt: skip
# What some need to win, an earlier try, and what ended later.
NOT_SO = pattern(
    r"\b(?:short\s+of|needed|required|two-thirds|supermajority|penalt\w+|shoot-?out|aggregate|extra\s+time|overtime|earlier|previous\w*|first\s+leg|half-time|had\s+(?:lost|led|trailed)|away\s+goals|handicap|golf|strokes?|shots?|under\s+par|over\s+par)\b"
)
# More sets or frames to the winner: "beat Berg 4-6, 3-6".
SET = r"@\s?[-–]\s?@"
ITS_TIE_BREAK = r"(?:\s?[(\[][@\d][^)\]]{0,6}[)\]])?"
BEAT_IN_SETS = pattern(
    rf"\b(?P<said>{BEAT})\s+{WHO}(?P<sets>{SET}{ITS_TIE_BREAK}(?:,?\s+(?:and\s+)?{SET}{ITS_TIE_BREAK})+)", words=BEATEN
)
