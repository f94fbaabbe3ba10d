"""Evaluation tables (评分表) applied to the figures."""
