"""What is done with each article of a run: which rules, which waivers; and what was found for the same text before."""

from copydesk.model import Checked, Document, Rule
from copydesk.named import NamedTuple
from copydesk.waivers import NONE, Waivers


class Place(NamedTuple):
    """Settings for some articles, by globs of their paths from the current folder: rules that are off there, rules that are only there."""

    paths: tuple[str, ...]
    off: frozenset[str] = frozenset()
    rules: tuple[Rule, ...] = ()


class Plan(NamedTuple):
    """One run. It can be sent to another process.

    against what articles are checked against that bring no source of their own
    digest  name of the rules, waivers and program of this run in the cache; empty where nothing is kept
    """

    rules: tuple[Rule, ...]
    waivers: Waivers = NONE
    places: tuple[Place, ...] = ()
    digest: str = ""
    against: Document | None = None

    def check(self, document: Document) -> Checked:
        if self.against and document.counterpart is None:
            document = document._replace(counterpart=self.against)
        if not self.digest:
            return self.judged(document)
        from copydesk.cli import _kept

        kept = _kept.fetch(document, self.digest)
        if kept is None:
            kept = self.judged(document)
            _kept.keep(kept, self.digest)
        return kept

    def judged(self, document: Document) -> Checked:
        from copydesk.desk import check

        return check(document, self.rules_for(document.path), self.waivers)

    def rules_for(self, path: str) -> tuple[Rule, ...]:
        """The rules for an article, by its path."""
        mine = [place for place in self.places if any(means(glob, path) for glob in place.paths)]
        if not mine:
            return self.rules
        off = frozenset[str]().union(*(place.off for place in mine))
        more = {rule.name: rule for place in mine for rule in place.rules}
        every = [*more.values(), *(rule for rule in self.rules if rule.name not in more)]
        return tuple(rule for rule in every if not {rule.id, rule.name} & off)

    def kept(self) -> "Plan":
        """The same, with what is found kept for the next run. Not where rules look into data, which may change behind our back."""
        from copydesk.cli import _kept

        if any(rule.looks_beside for rule in [*self.rules, *(rule for place in self.places for rule in place.rules)]):
            return self

        return self._replace(digest=_kept.digest(self.rules, self.waivers, self.places))


def means(glob: str, path: str) -> bool:
    """Does a glob of the settings mean a path? A folder means all in it."""
    from copydesk.globs import fits

    here, folder = path.replace("\\", "/").removeprefix("./"), glob.rstrip("/")
    return fits(folder, here) or fits(f"{folder}/**", here)
