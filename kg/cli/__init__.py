"""The command line: one file per command, without logic; only `console` prints.

Takes arguments; produces lines, files and an exit code.

May use: everything else in kg.
"""
