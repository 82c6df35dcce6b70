"""Text processing: plain text, blocks, sentences, language, and comparison of spellings.

Takes the text of an article; returns spans of blocks and sentences, and texts without invisible characters.

May use: kg.model.
"""
