"""Who follows whom, where the words only say that one had a role or portfolio and that another has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph import ontology
from graph.facts.model import Evidence, Fact, Portfolio, Reason, Role, Succession

_NEAR = 330  # characters between where it is said of the one and of the other
_PASSED_ON = Reason(
    "had-by-one-then-other", "De een heeft deze rol niet meer en de ander, vlak erbij genoemd, wel."
)


@dataclass(frozen=True, slots=True)
class _Held:
    """That somebody has, or no longer has, a role or portfolio, and where that is said."""

    role: str
    body: str | None
    person: str
    ended: bool
    place: Evidence
    item: str | None
    of_theme: bool


@cache
def _shared() -> frozenset[str]:
    """Roles that several people have in one body at once."""
    return frozenset(ontology.load_yaml("wording/successions.yaml")["shared_roles"])


def from_holdings(
    roles: Iterable[Role], portfolios: Iterable[Fact], told: list[Succession]
) -> Iterator[Succession]:
    """A succession for each role or portfolio that one is said to have had and one other to have.

    Args:
        roles: What is said of roles.
        portfolios: What is said of portfolios.
        told: The successions that are said in so many words; of who is in one of them nothing is added.
    """
    divided = (fact for fact in portfolios if isinstance(fact, Portfolio))
    held = [*_of_roles(roles), *_each_once(_of_portfolios(divided))]
    beside: dict[tuple[str, str | None], list[_Held]] = defaultdict(list)
    for each in held:
        beside[each.role.lower(), each.item].append(each)
    done: set[tuple[str, str]] = set()
    for one in held:
        if not one.ended:
            continue
        same = beside[one.role.lower(), one.item]
        next_ones = {other.person: other for other in same if _follows(one, other)}
        if len(next_ones) != 1:
            continue
        other = next(iter(next_ones.values()))
        before = {each.person for each in same if each.ended and _follows(each, other)}
        said = any(_is_told(made, one, other) for made in told)
        if len(before) == 1 and not said and (one.person, one.role.lower()) not in done:
            done.add((one.person, one.role.lower()))
            yield _succession(one, other)


def _succession(one: _Held, other: _Held) -> Succession:
    places = tuple(dict.fromkeys((other.place, one.place)))
    return Succession(
        id="", certainty="inferred", reason=_PASSED_ON, agenda_item=other.item, evidence=places,
        role=other.role, predecessor=one.person, successor=other.person,
    )  # fmt: skip


def _is_told(made: Succession, one: _Held, other: _Held) -> bool:
    """Whether a succession that is said in so many words is about the role that one of the two had."""
    role = (made.role or one.role).lower()
    alike = role in one.role.lower() or one.role.lower() in role
    return alike and (made.predecessor == one.person or made.successor == other.person)


def _follows(one: _Held, other: _Held) -> bool:
    """Whether the other has, right beside where the one is told to have had it, a role of the same name."""
    same_body = one.body is None or other.body is None or one.body == other.body
    apart = max(one.place.start, other.place.start) - min(one.place.end, other.place.end)
    near = one.of_theme or apart < _NEAR  # a theme is what it is, wherever in the item it stands
    return not other.ended and one.person != other.person and same_body and near


def _of_roles(roles: Iterable[Role]) -> Iterator[_Held]:
    for role in roles:
        if role.person and role.status in ("held", "ended") and role.role.lower() not in _shared():
            ended = role.status == "ended"
            place, item = role.evidence[0], role.agenda_item
            yield _Held(role.role, role.body, role.person, ended, place, item, of_theme=False)


def _each_once(told: Iterable[_Held]) -> Iterable[_Held]:
    """Who had a theme where it is said first, who has it where it is said last."""
    found: dict[tuple[str, str | None, str, bool, str | None], _Held] = {}
    for each in told:
        key = (each.role.lower(), each.body, each.person, each.ended, each.item)
        found[key] = found.get(key, each) if each.ended else each
    return found.values()


def _of_portfolios(portfolios: Iterable[Portfolio]) -> Iterator[_Held]:
    for portfolio in portfolios:
        if portfolio.holder and portfolio.theme and portfolio.certainty == "stated":
            ended = portfolio.status in ("ended", "handed_over")
            if ended or portfolio.status == "held":
                role = f"portefeuillehouder {portfolio.theme}"
                place, item = portfolio.evidence[0], portfolio.agenda_item
                yield _Held(role, portfolio.body, portfolio.holder, ended, place, item, of_theme=True)
