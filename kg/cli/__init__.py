"""The command line: one command a file, without logic; `console` alone prints.

Arguments come in; lines, files and an exit code go out.

May use: everything else in kg.
"""
