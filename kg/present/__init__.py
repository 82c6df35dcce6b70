"""Presentation: layout, the page, exports, reports, and the server.

Contains only subpackages.

May use: nothing.
"""
