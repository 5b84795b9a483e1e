"""`copydesk mutate ARTICLE`: which facts of a story no rule guards. Each is changed by slips, one at a time; what no rule notices is told, with
the rule that would."""

import argparse
from collections.abc import Iterator

from copydesk.cli._mutated import Mutated, as_json, as_text
from copydesk.cli._run import last_line, look, output, some_named, to_stdout
from copydesk.cli._tally import counted
from copydesk.cli._waived import waivers
from copydesk.cli.check import chosen
from copydesk.cli.new import writable
from copydesk.errors import UsageError
from copydesk.model import Document, Unread
from copydesk.mutants import Score, mutate, remedies, score, total
from copydesk.propose import Proposal, written
from copydesk.read import open_articles


def mutation(args: argparse.Namespace) -> int:
    some_named(args)
    writable(args.write_rules, args.force)
    run = Run(args)
    with output(args.output) as write:
        for piece in (as_json if args.format == "json" else as_text)(run.articles(), look(args)):
            write(piece)
    if args.write_rules:
        to_stdout(run.write_rules(args.write_rules))
    elif args.format == "text":
        to_stdout(run.hint())
    last_line(run.line(), args)
    return run.exit_code


class Run:
    """The articles of a command line, one after another, and what they come to."""

    def __init__(self, args: argparse.Namespace) -> None:
        from copydesk.rulebook import load, packs

        built_in = () if args.no_packs else load(packs())
        own = load(args.rules) if args.rules else ()
        if not own and not built_in:
            raise UsageError("There are no rules to try. Give --rules, or leave out --no-packs.")
        self.args, self.rules = args, chosen(own, built_in, args.rule, ())
        self.waivers = waivers(args, [*own, *built_in])
        self.mutated: list[Mutated] = []
        self.unread = 0

    def articles(self) -> Iterator[Mutated | Unread]:
        for item in open_articles(self.args.paths, self.args.dated, select=self.args.select):
            if isinstance(item, Document):
                self.mutated.append(self.one(item))
                yield self.mutated[-1]
            else:
                self.unread += 1
                yield item

    def one(self, document: Document) -> Mutated:
        tried = mutate(document, self.rules, self.waivers)
        return Mutated(document, tuple(tried), remedies(document, tried), score(tried, self.args.unsure))

    @property
    def score(self) -> Score:
        return total(each.score for each in self.mutated)

    @property
    def below(self) -> bool:
        return self.score.tried > 0 and self.score.percent < self.args.min_score

    @property
    def exit_code(self) -> int:
        if self.unread:
            return 2
        return 5 if not self.score.tried else 1 if self.below else 0

    def line(self) -> str:
        found = self.score
        score_told = f"Score: {found.percent:.0f}%. " if found.tried else ""
        tried = f"Tried {counted(found.tried, 'slip')} in {counted(found.facts, 'fact')} of {counted(len(self.mutated), 'article')} with {counted(len(self.rules), 'rule')}"
        seen = (
            f"{found.caught:,} noticed, {found.unsure:,} unsure, {found.tried - found.caught - found.unsure:,} unseen"
        )
        guarded = f"Guarded: {found.guarded:,} of {counted(found.facts, 'fact')}, {found.wholly:,} of them wholly"
        return f"{tried}: {seen}. {guarded}. {score_told}Exit code {self.exit_code}: {self.reason()}."

    def reason(self) -> str:
        if self.unread:
            return f"{counted(self.unread, 'article')} could not be read"
        if not self.score.tried:
            return "nothing was tried, the articles state nothing"
        if self.below:
            return f"the score is {self.score.percent:.1f}%, below --min-score {self.args.min_score:g}"
        return "all was tried"

    # ------------------------------------------------------------ rules that would raise the score

    def remedies(self) -> list[Proposal]:
        return list(dict.fromkeys(rule for each in self.mutated for rule in each.remedies.values()))

    def hint(self) -> str:
        rules, facts = len(self.remedies()), sum(len(each.remedies) for each in self.mutated)
        would = f"{counted(rules, 'rule')} would guard {counted(facts, 'unguarded fact')}"
        return f"{would}: --write-rules FILE writes {'it' if rules == 1 else 'them'}.\n" if rules else ""

    def write_rules(self, path: str) -> str:
        """Write the rules that would guard the unguarded facts; says what was done. Raises UsageError for several articles."""
        if len(self.mutated) != 1:
            raise UsageError("--write-rules is for one article: the rules of several go into several files.")
        document, found = self.mutated[0].document, self.remedies()
        if not found:
            return f"There is no rule to write to {path}.\n"
        with output(path) as write:
            write(written(document, found))
        rules = [*self.rules, *(each.rule for each in found)]
        after = score(mutate(document, rules, self.waivers), self.args.unsure)
        return f"Wrote {counted(len(found), 'rule')} to {path}. With {'it' if len(found) == 1 else 'them'} the score is {after.percent:.0f}%.\n"
