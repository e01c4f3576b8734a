"""All verbs behind one name, found when they are asked for, and the one place where errors become words."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, NoReturn

import click

from samverkan.cli.complaints import NoSuch, complaint, of_disk, of_name
from samverkan.cli.language import VARIABLE, unheard, wording_for
from samverkan.cli.parameters import help_option, language_option, option
from samverkan.cli.terminal import Answer, Terminal
from samverkan.cli.verb import Told
from samverkan.errors import (
    Fault,
    InvalidFileError,
    InvalidValueError,
    SamverkanError,
    UnknownNameError,
    UnreadableFileError,
)
from samverkan.formats.text.table import table
from samverkan.formats.text.width import clean
from samverkan.formats.wording import LANGUAGES, mark
from samverkan.formats.wording.faults import told as told_fault
from samverkan.model.message import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

VERBS = {
    "report": mark("everything on six screens: seats, meetings, ties, factors, goals, what to ask next"),
    "check": mark("say whether a file can be used, and what is wrong with it"),
    "schedule": mark("when the bodies meet, and what has no date yet"),
    "conformance": mark("which planned meetings were held, moved, cancelled or missing"),
    "network": mark("what ties bodies, seats and organisations together"),
    "evaluate": mark("which success factors hold, with the evidence, and what to do"),
    "competence": mark("in what capacity a body may decide, and whether enough of it is there"),
    "voices": mark("what the organisations answer, one voice each, beside what the file shows"),
    "compare": mark("what became better or worse over time, or several setups side by side"),
    "forecast": mark("how long today’s verdict stands, and what to renew by when"),
    "drill": mark("what is lost with each role and organisation, one at a time"),
    "whatif": mark("many variants of a setup at once: another weekday, another rule, somebody missing"),
    "capacity": mark("whether the places suffice, and how full it gets"),
    "rollout": mark("the steps on the way, with days, slack and the critical path"),
    "follow": mark("the goals against what was counted: reached, missed, on track, or not known yet"),
    "arrange": mark("times for many bodies that share the same people, so that nobody is needed twice"),
    "publish": mark("public pages in Swedish and English, with a calendar to subscribe to"),
    "export": mark("a workbook for Excel, which “import” takes back; agendas and notes for Word; tables as CSV"),
    "import": mark("take an edited workbook back, into its file or as a new one"),
    "new": mark("write a starter file with explanations"),
    "examples": mark("list the setups that come along, or print one to copy"),
}
"""The verbs, in the order in which a newcomer meets them; each is a module of this room."""

_COMPLETION = "_SAMVERKAN_COMPLETE"  # by which a shell asks click for the words that may follow
_UNUSABLE, _INTERRUPTED, _PIPE_CLOSED, _OUR_FAULT = 2, 130, 141, 70


class Door(Told, click.Group):
    """The command ``samverkan`` itself."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the verbs."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one verb, and nothing of the others."""
        del ctx
        if cmd_name not in VERBS:
            return None
        # A verb that Python keeps for itself has a module with an underscore after it.
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"samverkan.cli.{module}").COMMAND
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb, or say which one was probably meant."""
        if args[0] not in VERBS and not args[0].startswith("-"):
            raise NoSuch(say("there is no verb “{verb}”", verb=args[0]), args[0], VERBS)
        return super().resolve_command(ctx, args)

    def pieces(self, ctx: click.Context, terminal: Terminal) -> list[str]:
        """Name what stands on the line."""
        del ctx
        return [terminal.wording.word(name) for name in ("VERB", "FILE")] + [f"[{terminal.wording.word('OPTIONS')}]"]

    def listed(self, ctx: click.Context, terminal: Terminal) -> Iterator[str]:
        """List the verbs, then the options."""
        word = terminal.wording.word
        yield from ("", f"{word('Verbs')}:")
        yield from table([(name, word(told)) for name, told in VERBS.items()], terminal.width)
        yield from super().listed(ctx, terminal)

    def main(  # type: ignore[override]  # click's has overloads for a mode that this never leaves
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **settings: Any,  # noqa: ANN401  # click's signature
    ) -> NoReturn:
        """Run one command line to its end; whatever goes wrong is told in a line, never in a traceback."""
        arguments = list(sys.argv[1:] if args is None else args)
        if arguments[:1] == ["help"]:
            arguments = [*arguments[1:], "--help"]
        terminal = Terminal.of_process(wording_for(arguments, os.environ))
        name = prog_name or "samverkan"
        if _COMPLETION in os.environ:
            with contextlib.suppress(click.ClickException):  # what is wrong so far is told when the line is run
                super().main(arguments, name, **settings)
            sys.exit(0)

        def run() -> int:
            if told := unheard(arguments, os.environ):
                message = say("{option} cannot be “{value}”", option=VARIABLE, value=told)
                raise NoSuch(message, told, LANGUAGES)
            with self.make_context(name, arguments or ["--help"], obj=terminal, **settings) as context:
                self.invoke(context)
            return 0

        sys.exit(_status(run, terminal))


def _status(run: Callable[[], int], terminal: Terminal) -> int:  # noqa: PLR0911  # one return for each way to end
    try:
        return run()
    except click.exceptions.Exit as left:
        return left.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except click.ClickException as error:
        return _told(terminal, _with_help(error, complaint(error, terminal.wording), terminal))
    except SamverkanError as error:
        return _refused(error, terminal)
    except OSError as error:
        if error.errno == errno.EPIPE:
            _hush()
            return _PIPE_CLOSED
        return _told(terminal, terminal.wording.tell(of_disk(error)))
    except Exception as error:  # noqa: BLE001  # a person at a terminal can do nothing with a traceback
        return _our_fault(error, terminal)


def _refused(error: SamverkanError, terminal: Terminal) -> int:
    """Tell what the library refuses: faults of a file with their places, names with the nearest that exists."""
    match error:
        case InvalidFileError() | UnreadableFileError():
            from samverkan.formats.text.faults import fault_lines

            terminal.complain(fault_lines(error.faults, terminal.wording))
            return _UNUSABLE
        case UnknownNameError():
            return _told(terminal, complaint(of_name(error, terminal.wording), terminal.wording))
        case InvalidValueError():
            return _refused(InvalidFileError([Fault(error.code, error.message, expected=error.expected)]), terminal)
        case _:
            return _told(terminal, told_fault(str(error), terminal.wording))


def _told(terminal: Terminal, sentence: str) -> int:
    terminal.complain([clean(f"samverkan: {sentence}")])
    _hush()
    return _UNUSABLE


def _with_help(error: click.ClickException, sentence: str, terminal: Terminal) -> str:
    """Point to the help, unless the sentence says already what to write instead."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None or (isinstance(error, NoSuch) and error.meant):
        return sentence
    hint = say("see {command}", command=f"{context.command_path} --help")
    return f"{sentence}; {terminal.wording.tell(hint)}"


def _our_fault(error: Exception, terminal: Terminal) -> int:
    if "SAMVERKAN_DEBUG" in os.environ:
        raise error
    told = say(
        "a fault in samverkan itself ({error}); please report it, with what SAMVERKAN_DEBUG=1 prints",
        error=f"{type(error).__name__}: {error}"[:200],
    )
    terminal.complain([f"samverkan: {terminal.wording.tell(told)}"])
    return _OUR_FAULT


def _hush() -> None:
    """Let Python end without trying once more to print what could not be printed."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  # click calls it so
    if wanted:
        from importlib.metadata import version

        context.obj.give(Answer(f"samverkan {version('samverkan')}\n"))
        context.exit()


@click.pass_context
def _without_verb(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        context.obj.give(Answer(context.get_help() + "\n"))


DOOR = Door(
    "samverkan",
    callback=_without_verb,
    invoke_without_command=True,
    params=[
        language_option(),
        option(
            "--version",
            None,
            mark("show the version"),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
        ),
        help_option(),
    ],
)
"""The command line as a whole; a verb is imported when somebody names it."""
DOOR.summary = mark("describe a local collaboration in a file; see when it meets, what ties it, and whether it carries")
DOOR.examples = ("samverkan report tranemo", "samverkan new --output min-samverkan.toml", "samverkan check --help")
