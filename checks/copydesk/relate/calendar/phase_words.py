"""The words that begin a stretch of time and those that end it, before their times. Data only."""

import re

from copydesk.late import late

BEGAN = late(
    r"\b(?:since|beg[ai]ns?|beginning|start(?:s|ed|ing)?|open(?:s|ed|ing)?|staged|performed|left|leaves|leaving|took off|taking off|pulled (?:out|away)|depart(?:s|ed|ing)|set(?:ting)? (?:out|off)"
    r"|kicked off|sailed|founded|established|elected|appointed|born|join(?:s|ed|ing)?|took (?:over|office|power|charge|up)|became|enter(?:s|ed)|launched|seized|kidnapped|abducted|captured|sentenced|jailed|imprisoned|arrested|detained|admitted|grounded|imposed|declared|introduced|hired|signed|commissioned|surrounded|walked out|broke out|caught fire|went up|put up|erupted|struck|boarded|set up|flared up|set in|kicked in|moved|went (?:missing|off|down|in|under|on (?:hunger )?strike)|disappeared|vanished|married|stop(?:s|ped)|halted|suspended|clos(?:es?|ed)|shuts?|went out|(?:was|were) cut|failed)\b[^.;]{0,40}$",
    re.I,
    words="pulled cut abducted admitted appointed arrested became began begin boarded born broke caught captured put close commissioned declared departed departing departs detained disappeared elected entered enters erupted established failed flared founded grounded halted hired imposed imprisoned introduced jailed join kicked kidnapped launched leaves leaving left married moved open performed sailed seized sentenced set shut signed since staged start stopped stops struck surrounded suspended taking took vanished walked was went",
)
ENDED = late(
    r"\b(?:end(?:s|ed|ing)?|finish(?:es|ed|ing)?|clos(?:es?|ed|ing)|shut|reach(?:es|ed|ing)|arriv(?:es|ed|ing)|land(?:s|ed|ing)|return(?:s|ed|ing)"
    r"|stopped|lost|toppled|ousted|overthrown|deposed|defeated|voted out|(?:was|were|is|are) back|put out|extinguished|under control|all clear|emerged|surfaced|touched down|broke up|adjourned|wrapped up|(?:not|n[’']t|nobody|no one|never)\b[^.;]{0,40}\buntil|(?:lasted|lasts|continued|went on|dragged on|ran|stayed|remained) until|left|leaving|leaves|quit|freed|walked free|let out|let go|set free|walks free|released|rescued|found|discharged|sold|divorced|demolished|cleared|dismantled|taken down|went out|expir(?:es?|ed)|r[au]ns? out|valid|abolished|recalled|repealed|completed|restored|(?:was|were|is|are|declared|pronounced) safe|reconnected|sacked|fired|vacated|docked|recaptured|resum(?:es?|ed)|reopen(?:s|ed)?|relit|restarted|relaunched|(?:came|went|were|go|goes) back|(?:began|started|opened)\b[^.;]{0,16}? again|broke (?:up|down)|wound up|conclud(?:es|ed|ing)|surrendered|gave (?:up|in|himself up|herself up)|again since|came to an end|came to a close|lifted(?! off)|(?:was|were) (?:restored|called off|removed|withdrawn)|stepped down|resigned|retired|dissolved|died|was over|reported|due (?:in|back|home|at))\b[^.;]{0,40}$",
    re.I,
    words="run ran valid end finish clos shut reach arriv land return stopped lost toppled ousted overthrown deposed defeated voted back put extinguished control clear emerged surfaced"
    " touched broke adjourned wrapped until left leav quit freed walk released rescued found discharged sold divorced demolished cleared dismantled taken went expir abolished recalled repealed completed"
    " sacked fired vacated docked recaptured resum reopen relit restarted relaunched came again wound conclud surrendered gave lifted restored called removed withdrawn stepped resigned retired dissolved"
    " died over reported due let set reconnected safe",
)
