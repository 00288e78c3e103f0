"""Renderers: a report as Markdown, JSON, HTML, Word and PDF."""
