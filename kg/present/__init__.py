"""What people and programs are shown: layout, the page, exports, reports, and the server.

Only rooms live here.

May use: nothing.
"""
