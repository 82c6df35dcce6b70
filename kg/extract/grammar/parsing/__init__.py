"""The parser: tokens become a `Sentence`, whichever pipeline and annotation scheme parsed them.

Tokens come in; sentences of words in our scheme go out. The only room that knows spaCy; a further language has its
pipeline in `parser` and its scheme in a module like `universal` or `clearnlp`.

May use: kg.model, kg.errors, kg.ontology, kg.extract.grammar.
"""
