"""The floor of any click: a page with a button and a line that says how often it ran."""

from __future__ import annotations

import streamlit as st

st.session_state.runs = st.session_state.get("runs", 0) + 1
st.button("Again")
st.html(f'<p id="runs">{st.session_state.runs}</p>')
