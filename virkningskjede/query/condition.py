"""The condition vocabulary: a closed list of questions that can be asked of a model, and the ways to put them together.

It is closed on purpose: a criterion is data that a researcher reads and defends, not a program.
"""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from virkningskjede.query.questions import (
    MOST_ALTERNATIVES,
    ArrowQuestion,
    ListQuestion,
    NodeQuestion,
    OneOf,
    OpenQuestionAbout,
    RecruitmentQuestion,
    ResultQuestion,
    TargetQuestion,
    Threshold,
    WholeQuestion,
)


class AtLeast(Threshold):
    """Whether so many of several conditions hold."""

    of: Annotated[tuple[Condition, ...], Field(min_length=1)]


class Condition(OneOf):
    """A question that a model answers: exactly one key, with what it asks.

    >>> condition = Condition.model_validate({"all": [{"node": {"term": "samlokalisering"}}, {"target": {"has": "age"}}]})
    >>> [part.form[0] for part in condition.parts]
    ['node', 'target']
    """

    node: NodeQuestion | None = None
    arrow: ArrowQuestion | None = None
    target: TargetQuestion | None = None
    recruitment: RecruitmentQuestion | None = None
    whole: WholeQuestion | None = None
    open: OpenQuestionAbout | None = None
    result: ResultQuestion | None = None
    all: Annotated[tuple[Condition, ...], Field(min_length=1)] | None = None
    any: Annotated[tuple[Condition, ...], Field(min_length=1)] | None = None
    not_: Condition | None = Field(default=None, alias="not")
    at_least: AtLeast | None = None

    @field_validator("node", "arrow")
    @classmethod
    def _asks_something(cls, question: NodeQuestion | ArrowQuestion | None) -> NodeQuestion | ArrowQuestion | None:
        if question in (NodeQuestion(), ArrowQuestion()):
            raise PydanticCustomError("VK124", "asks nothing", {})
        return question

    @field_validator("node", "arrow", "recruitment", "open")
    @classmethod
    def _can_be_checked(cls, question: ListQuestion | None) -> ListQuestion | None:
        if question is not None and any(islice(question.alternatives(), MOST_ALTERNATIVES, None)):
            raise PydanticCustomError("VK129", "too many", {"most": str(MOST_ALTERNATIVES)})
        return question

    @property
    def asks_of_arrows(self) -> bool:
        """Whether it, or a part of it, asks what leads to what."""
        return self.arrow is not None or any(part.asks_of_arrows for part in self.parts)

    @cached_property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions that this one is put together of; empty for one that asks something itself.

        A question with lists of which one is enough is put together of the questions that ask for one thing each.

        >>> condition = Condition.model_validate({"node": {"term": ["kurs", "gruppe"], "who": ["nav"]}})
        >>> [part.node.term for part in condition.parts]
        [('kurs',), ('gruppe',)]
        """
        kind, question = self.form
        if kind == "at_least":
            return self.at_least.of if self.at_least is not None else ()
        if kind in ("all", "any"):
            return self.all or self.any or ()
        if isinstance(question, Condition):
            return (question,)
        alternatives = tuple(question.alternatives()) if isinstance(question, ListQuestion) else ()
        return tuple(self.model_copy(update={kind: alternative}) for alternative in alternatives) if len(alternatives) > 1 else ()
