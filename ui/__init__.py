"""Everything that knows Streamlit, besides pages/ and app.py."""
