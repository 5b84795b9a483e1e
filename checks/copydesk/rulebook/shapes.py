"""Rules to start from, offered by editors: for each its name, what it is for, and its keys. `${1:word}` is what the writer
puts a word of their own for; with the words that stand there, each is a rule whose examples come out as said."""

from copydesk.typed import Any

Shape = dict[str, Any]

RULES: dict[str, tuple[str, Shape]] = {
    "a figure that agrees": (
        "A figure is the same wherever the article gives it.",
        {
            "id": "${1:killed-agree}",
            "say": "${2:The number killed is the same wherever it is given.}",
            "find": {"${3:killed}": {"a": "count", "of": "${4:killed}"}},
            "expect": "${3:killed} agree",
            "examples": [
                {"pass": "${5:Seven people were killed. All seven killed were workers.}"},
                {"fail": "${6:Seven people were killed. All nine killed were workers.}"},
            ],
        },
    ),
    "two times so far apart": (
        "One time is so long after another.",
        {
            "id": "${1:crossing}",
            "say": "${2:The crossing takes about half an hour.}",
            "find": {
                "${3:left}": {"a": "time", "near": "${4:left}"},
                "${5:landed}": {"a": "time", "near": "${6:landed}"},
            },
            "expect": "${5:landed} is about ${7:30 minutes} after ${3:left} within ${8:10 minutes}",
            "examples": [
                {"pass": "${9:The ferry left at 8:10 a.m. on Monday. It landed at 8:45 a.m. on Monday.}"},
                {"fail": "${10:The ferry left at 8:10 a.m. on Monday. It landed at 9:45 a.m. on Monday.}"},
            ],
        },
    ),
    "dates in order": (
        "One day comes before another.",
        {
            "id": "${1:vote-before-count}",
            "say": "${2:The vote comes before the count.}",
            "find": {
                "${3:vote}": {"a": "date", "near": "${4:vote}"},
                "${5:result}": {"a": "date", "near": "${6:counting}"},
            },
            "expect": "${3:vote} is before ${5:result}",
            "examples": [
                {"pass": "${7:The vote is on May 4. The counting ends on May 6.}"},
                {"fail": "${8:The vote is on May 4. The counting ends on May 2.}"},
            ],
        },
    ),
    "parts that make a total": (
        "Several figures together make another one.",
        {
            "id": "${1:injured-add-up}",
            "say": "${2:Pupils and teachers together make the injured.}",
            "find": {
                "${3:injured}": {"a": "count", "of": "${4:injured}", "take": "first"},
                "${5:pupils}": {"a": "count", "of": "${6:pupils}"},
                "${7:teachers}": {"a": "count", "of": "${8:teachers}"},
            },
            "expect": "${5:pupils} + ${7:teachers} = ${3:injured}",
            "examples": [
                {"pass": "${9:Nine people were injured. In hospital are 4 pupils and 5 teachers.}"},
                {"fail": "${10:Nine people were injured. In hospital are 4 pupils and 6 teachers.}"},
            ],
        },
    ),
    "a figure within limits": (
        "A figure lies between two others.",
        {
            "id": "${1:ticket-price}",
            "say": "${2:A ticket costs between 8 and 24 pounds.}",
            "find": {"${3:price}": {"a": "money", "near": "${4:ticket}"}},
            "expect": "${3:price} is between ${5:£8} and ${6:£24}",
            "examples": [
                {"pass": "${7:A ticket for the fair is £12.}"},
                {"fail": "${8:A ticket for the fair is £120.}"},
            ],
        },
    ),
    "a pattern": (
        "Figures in a fixed turn of phrase.",
        {
            "id": "${1:rise}",
            "say": "${2:What rose is higher afterwards.}",
            "find": {"${3:rise}": {"pattern": "${4:(rose|climbed) ... from {before:money\\} to {after:money\\}}"}},
            "expect": "${3:rise}.after > ${3:rise}.before",
            "examples": [
                {"pass": "${5:Rents rose last year from £800 to £896.}"},
                {"fail": "${6:Rents rose last year from £896 to £800.}"},
            ],
        },
    ),
}
NAMES: dict[str, tuple[str, Shape]] = {
    "a count": ("So many of something.", {"a": "count", "of": "${1:passengers}"}),
    "a clock time": ("A time near a word.", {"a": "time", "near": "${1:left}"}),
    "a day": ("A date near a word.", {"a": "date", "near": "${1:vote}"}),
    "a sum of money": ("Money near a word.", {"a": "money", "near": "${1:budget}"}),
    "a relation": ("A tie that the text itself makes.", {"a": "${1:conversion}"}),
}
