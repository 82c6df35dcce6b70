"""What parsers are known to get wrong, put right.

A parsed sentence comes in; the same words with other parts of speech, heads or functions go out. Every repair keeps a
tree a tree.

May use: kg.extract.text, kg.extract.names, kg.extract.grammar, kg.extract.grammar.parsing.
"""
