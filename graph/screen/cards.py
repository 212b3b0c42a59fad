"""Portfolios and gaps as cards: pure functions from a row to HTML."""

from __future__ import annotations

from html import escape

from graph.answers.model import Gap, Holder, PortfolioRow
from graph.screen import links, markup, wording, wording_minutes


def portfolio_card(row: PortfolioRow) -> str:
    """A portfolio: the theme, how sure the answer is, the holder or why there is none, the first sentence."""
    title = links.thing(row.theme_iri, row.theme or wording.NO_THEME)
    body = f'<p class="wge-small">{links.thing(row.body_iri, row.body)}</p>' if row.body else ""
    facts = "".join(
        (
            _holders(row),
            markup.paragraph(wording.requested(row.requested_by, row.requested_profile), "wge-small"),
            markup.paragraph(wording.days_open(row.days_open), "wge-small"),
            _reason(row),
        )
    )
    evidence = markup.quote(row.evidence[0]) if row.evidence else ""
    meant = wording_minutes.decided(row.decided_by) if row.decided_by else wording.MEANINGS.get(row.answer)
    meaning = markup.paragraph(meant, "wge-small")
    badge = markup.answer_badge(row.answer, decided=row.decided_by is not None)
    return (
        f'<article class="wge-card"><div class="wge-side"><h3>{title}</h3>'
        f"{body}{badge}{meaning}</div>"
        f'<div class="wge-main">{facts}{evidence}</div></article>'
    )


def _holders(row: PortfolioRow) -> str:
    if not row.holders:
        return markup.paragraph(wording.NO_HOLDER.get(row.answer), "wge-nobody")
    return "".join(f'<p class="wge-holder">{_holder(holder, row.answer)}</p>' for holder in row.holders)


def _holder(holder: Holder, answer: str) -> str:
    extra = (wording.CAPACITIES.get(holder.capacity or ""), wording.since(holder.since, holder.until))
    said = ", ".join(part for part in extra if part)
    details = f' <span class="wge-small">({escape(said)})</span>' if said else ""
    doubt = f'<span class="wge-doubt">{wording.ANSWERS["inferred"]}</span> ' if answer == "inferred" else ""
    return f"{doubt}{links.thing(holder.iri, holder.person)}{details}"


def _reason(row: PortfolioRow) -> str:
    if row.rule is None:
        return ""
    return (
        f'<p class="wge-small"><strong>{escape(wording.WHY_INFERRED)}:</strong> {escape(row.rule.reason)}</p>'
    )


def gap_card(gap: Gap, linked: links.Linked = escape) -> str:
    """A gap: what it is, how bad, who says so, what it means, the sentence, and what may help.

    `linked`: how the name of what it is about is written.
    """
    source = wording.STATED if gap.stated else wording.CONCLUDED
    sign = "stated" if gap.stated else "inferred"
    severity = f"{wording.SEVERITY}: {wording.SEVERITIES.get(gap.severity, gap.severity).lower()}"
    badges = "".join((markup.badge(gap.severity, severity), markup.badge(sign, source)))
    evidence = markup.quote(gap.evidence[0]) if gap.evidence else ""
    kind = markup.paragraph(gap.title if gap.subject else wording.gap_kind(gap.kind), "wge-small")
    body = f"<p>{markup.with_quotes(gap.explanation)}</p>{evidence}{_suggestion(gap)}"
    return (
        f'<article class="wge-card"><div class="wge-side"><h3>{_subject(gap, linked)}</h3>{kind}'
        f'<div class="wge-badges">{badges}</div></div><div class="wge-main">{body}</div></article>'
    )


def _subject(gap: Gap, linked: links.Linked) -> str:
    found = linked(gap.subject)
    return found if found != escape(gap.subject) else escape(gap_name(gap))


def gap_name(gap: Gap) -> str:
    """What a gap is called: its subject, with a capital; the rule's title where it has none."""
    name = gap.subject or gap.title
    return name[:1].upper() + name[1:]


def _suggestion(gap: Gap) -> str:
    if not gap.suggestion:
        return ""
    return f'<p class="wge-tip"><strong>{escape(wording.SUGGESTION)}:</strong> {escape(gap.suggestion)}</p>'
