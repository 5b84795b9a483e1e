"""The frozen values that flow: an article becomes a Document, its statements Facts, their ties Relations; a Rule over them
gives Results. Everything knows its place; how things look is the reports' business."""

from copydesk.model.article import Block as Block
from copydesk.model.article import BlockKind as BlockKind
from copydesk.model.article import Document as Document
from copydesk.model.article import Fact as Fact
from copydesk.model.article import FactKind as FactKind
from copydesk.model.article import Location as Location
from copydesk.model.article import Relation as Relation
from copydesk.model.article import Repair as Repair
from copydesk.model.article import Segment as Segment
from copydesk.model.article import Span as Span
from copydesk.model.plugs import Look as Look
from copydesk.model.plugs import Reader as Reader
from copydesk.model.plugs import Report as Report
from copydesk.model.results import Checked as Checked
from copydesk.model.results import FailOn as FailOn
from copydesk.model.results import Place as Place
from copydesk.model.results import Result as Result
from copydesk.model.results import Unread as Unread
from copydesk.model.results import Waiver as Waiver
from copydesk.model.rules import EXAMPLE_DATE as EXAMPLE_DATE
from copydesk.model.rules import NOWHERE as NOWHERE
from copydesk.model.rules import DataSource as DataSource
from copydesk.model.rules import Example as Example
from copydesk.model.rules import Expectation as Expectation
from copydesk.model.rules import Level as Level
from copydesk.model.rules import Rule as Rule
from copydesk.model.rules import Selector as Selector
from copydesk.model.rules import SourceKind as SourceKind
from copydesk.model.rules import Term as Term
