"""Where everything stands on the page: positions computed in Python, so that the browser computes nothing.

Nodes and links come in; coordinates go out, the same on every machine.

May use: nothing of kg.
"""
