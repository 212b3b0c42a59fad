"""The pages: each file is one page of the app, run by Streamlit from top to bottom."""
