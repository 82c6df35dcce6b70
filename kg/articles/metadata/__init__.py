"""What is known of an article besides its words, and how its bytes become characters.

Fields and bytes come in; `Metadata`, days of publication, text and whole `Article` values go out.

May use: kg.model, kg.errors, kg.extract.text.
"""
