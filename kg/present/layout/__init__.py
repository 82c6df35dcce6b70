"""Graph layout: positions are computed in Python, so that the browser computes nothing.

Takes nodes and links; returns coordinates, the same on every machine.

May use: nothing of kg.
"""
