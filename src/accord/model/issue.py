"""Issues in dispute, as data that a user writes."""

from dataclasses import dataclass

from accord.errors import UnknownNameError

__all__ = ["Codebook", "Issue", "Poles"]


@dataclass(frozen=True, slots=True)
class Poles:
    """Phrases that stand for one side of an issue.

    Attributes:
        support: Phrases that answer the issue's question with yes.
        oppose: Phrases that answer it with no.
    """

    support: tuple[str, ...] = ()
    oppose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One question in dispute; DNA calls it a concept.

    Attributes:
        id: Short name in lower case with hyphens.
        question: A question that support answers with yes and oppose with no.
        description: One or two sentences; empty if none.
        terms: Words and phrases that show that a text speaks of the issue.
        options: Ids of possible settlements; empty if only yes and no.
        poles: Phrases for either side.
        excludes: Ids of issues that cannot be answered with yes together with this.
    """

    id: str
    question: str
    description: str = ""
    terms: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    poles: Poles = Poles()
    excludes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """The issues that statements are coded on.

    Attributes:
        name: Where it comes from: a packaged name or a file.
        issues: In the order of the file; ids are unique.
    """

    name: str
    issues: tuple[Issue, ...]

    def issue(self, issue_id: str) -> Issue:
        """Look an issue up.

        Raises:
            UnknownNameError: There is no such issue.
        """
        for issue in self.issues:
            if issue.id == issue_id:
                return issue
        message = f"The codebook {self.name!r} has no issue {issue_id!r}."
        known = ", ".join(issue.id for issue in self.issues) or "none"
        raise UnknownNameError(message, hint=f"It has: {known}.")
