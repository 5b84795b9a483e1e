"""`copydesk schema`: the JSON Schema of rule files, for editors that complete and check YAML."""

import argparse

from copydesk.cli._run import output


def schema(args: argparse.Namespace) -> int:
    with output(args.output) as write:
        write(text())
    return 0


def text() -> str:
    """The schema as a file of JSON."""
    import json

    from copydesk.relate import KINDS
    from copydesk.rulebook import schema as made

    return json.dumps(made.schema(KINDS), ensure_ascii=False, indent=1) + "\n"
