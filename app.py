"""The app: page set-up, the shared reference date, and the pages. Start it with `streamlit run app.py`."""

from __future__ import annotations

from graph.screen.entry import main

main()
